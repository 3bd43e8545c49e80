import { startServer, type Embedded } from './start.ts';
import { troubleOf } from './troubles.ts';

/** Errors a person can mend are told in a sentence; anything else with all there is. */
function tell(error: unknown): void {
  const { HOST, PORT, AFTERCARE_DATA, DATABASE_URL } = process.env;
  const around = { host: HOST || '127.0.0.1', port: PORT || '3000', dataFolder: AFTERCARE_DATA || './data', ownDatabase: Boolean(DATABASE_URL) };
  process.stderr.write(`${troubleOf(error, around) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
}

let database: Embedded | null = null;
const starting = startServer(process.argv.slice(2), (embedded) => { database = embedded; });
let stopping = false;

/** Also while it is still starting: what was begun is ended in order. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  process.stderr.write('正在停止… Stopping…\n');
  // Less than a service is given (deploy/aftercare.service). A start that is still loading on a slow machine takes its time to end in order;
  // what cannot be stopped by then is ended, its database first. Should that hang as well, the next start takes over what was left.
  setTimeout(() => void Promise.resolve(database?.stop()).catch(tell).finally(() => process.exit(1)), 22_000).unref();
  setTimeout(() => process.exit(1), 28_000).unref();
  starting.then((server) => server.stop()).then(() => process.exit(0), (error: unknown) => { tell(error); process.exit(1); });
}
// A terminal that is closed says SIGHUP.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
// Nobody reads any more (the terminal is gone, the pipe was closed): no reason to leave the database behind.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  await starting;
} catch (error) {
  tell(error);
  process.exit(1);
}
