import { readConfig } from '../../src/platform/config/index.ts';
import { asOwner, startEmbedded } from '../../src/platform/db/index.ts';

/** A process of its own that holds an embedded PostgreSQL until it is told to stop, or killed. Prints one line: what came of the start. */
try {
  const { dataFolder } = readConfig();
  const embedded = await startEmbedded(dataFolder, undefined, { durable: false });
  const [server] = await asOwner(embedded.connection, (run) => run({ text: `select pg_backend_pid() as backend, version()`, values: [] }));
  process.once('SIGTERM', () => void embedded.stop().then(() => process.exit(0)));
  process.stdout.write(`${JSON.stringify({ connection: embedded.connection, ...server })}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: error instanceof Error ? error.name : 'Error', message: String(error) })}\n`);
  process.exit(1);
}
