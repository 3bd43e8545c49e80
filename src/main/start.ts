import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { ACCOUNTS, assertLoopback, loadDemonstrations } from '#capabilities/demonstration/index.ts';
import { openSealingKey } from '#capabilities/contacts/index.ts';
import { linkAttachments } from '#capabilities/attachments/index.ts';
import { liveHub } from '#capabilities/notices/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { packageRoot, readConfig, type Config } from '#platform/config/index.ts';
import { END_PATIENCE } from '#platform/due/index.ts';
import { companies, migrate, openDatabase, startEmbedded, type Connection, type Database } from '#platform/db/index.ts';
import { fileStore } from '#platform/files/index.ts';
import { serve, tlsDoor } from '#platform/http/index.ts';
import { openLogs } from '#platform/log/index.ts';
import type { Context } from '#platform/operations/index.ts';
import { openContext } from './context.ts';
import { endInOrder } from './ending.ts';
import { demonstrationPassword, renewDemonstrationPasswords } from './demonstration-password.ts';
import { openInstallation } from './installation.ts';
import { startLoops, type Loops } from './loops.ts';
import { openMachine } from './machine.ts';
import { emptyInVain } from './empty-in-vain.ts';
import { requirePlace } from './place-to-listen.ts';
import { startNights } from './nights.ts';
import { operations } from './operations.ts';

export interface RunningServer { readonly address: string; stop(): Promise<void> }

/**
 * Puts the product together and starts it: database, migrations, HTTP, then the loops and the demonstration. Health answers
 * before the demonstration is loaded.
 * @param args - `--empty`: no demonstration; an installation without a company prints its one-time set-up link.
 * @param began - told of the database as soon as it runs: whoever ends a start that hangs ends it, too.
 * @throws ConfigRefused, AlreadyRunning, NotLoopback, or what the system says (a port in use).
 */
export async function startServer(args: readonly string[], began: (embedded: Embedded) => void = () => undefined): Promise<RunningServer> {
  const config = readConfig();
  const unknown = args.filter((each) => each !== '--empty');
  if (unknown.length > 0) throw new Error(`没有选项 ${unknown.join(' ')}，可用的只有 --empty（不装演示数据）。\nThere is no option ${unknown.join(' ')}; the only one is --empty (without the demonstration).`);
  const empty = args.includes('--empty');
  await requirePlace(config, empty);
  const logs = openLogs('warn');
  // The first seconds of a machine under load are silent otherwise.
  if (process.stderr.isTTY) process.stderr.write('正在启动…  Starting…\n');
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataFolder, logs('database')) : null;
  if (embedded) began(embedded);
  try {
    return await startOver(config, embedded, empty, logs);
  } catch (error) {
    // Whatever stops the start, the database started for it does not stay behind.
    await embedded?.stop();
    throw error;
  }
}

export type Embedded = Awaited<ReturnType<typeof startEmbedded>>;

async function startOver(config: Config, embedded: Embedded | null, empty: boolean, logs: ReturnType<typeof openLogs>): Promise<RunningServer> {
  const connection = embedded?.connection ?? { connectionString: config.databaseUrl ?? '' };
  await migrate(connection, join(packageRoot(), 'migrations'));
  const db = openDatabase({ connection, log: logs('database') });
  try {
    return await serveOver({ config, embedded, connection, db, empty, logs });
  } catch (error) {
    await db.close();
    throw error;
  }
}

interface Opened { readonly config: Config; readonly embedded: Embedded | null; readonly connection: Connection; readonly db: Database; readonly empty: boolean; readonly logs: ReturnType<typeof openLogs> }

async function serveOver({ config, embedded, connection, db, empty, logs }: Opened): Promise<RunningServer> {
  const known = await companies(db);
  const demonstrated = known.some((company) => company.demonstration) || (known.length === 0 && !empty);
  if (demonstrated) assertLoopback(config.host, empty ? emptyInVain(config, known.map(({ slug }) => slug)) : '');
  let loops: Loops | null = null;
  const hub = liveHub();
  const installation = openInstallation(config, logs('installation'), () => context);
  const context: Context = openContext({
    installation, machine: openMachine({ version: version(), clock: systemClock, installation, connection, mail: config.smtpUrl !== undefined }), db, clock: systemClock, log: logs('product'), live: hub, liveHub: hub, readiness: { state: demonstrated ? 'loading' : 'ready' },
    files: fileStore(join(config.dataFolder, 'files')), linkFiles: linkAttachments,
    channelOptions: { key: await openSealingKey(config.dataFolder), loopback: config.channelsLoopback },
    wake: (tenant, nextAt) => loops?.due.wake(tenant, nextAt), wakeOutbox: () => loops?.outbox.wake(),
  });
  const server = await serve(operations, {
    context, identify: context.identity.identify, publicUrl: config.publicUrl ?? null, trustProxy: config.trustProxy, framed: { path: '/intake', by: config.frameAncestors }, web: join(packageRoot(), 'dist', 'web'), version: version(),
  });
  const door = tlsDoor(server.server);
  const listening = await server.listen({ port: config.port, host: config.host });
  installation.open(door, listening);
  const address = installation.address();
  loops = await startLoops(config, context, address, logs);
  const nights = startNights(config, installation, connection, version(), logs('backup'));
  if (demonstrated) await demonstrate(config, context);
  await greet(config.publicUrl ?? address, context, demonstrated ? demonstrationPassword(config) : null, empty && known.length === 0);
  if (empty && known.length > 0) process.stdout.write(`${emptyInVain(config, known.map(({ slug }) => slug))}\n\n`);
  return {
    address,
    stop() {
      installation.close();
      const log = logs('product');
      return endInOrder([
        { what: 'requests and the nightly backup', patience: 8_000, end: () => Promise.all([server.close(), nights.stop()]) },
        { what: 'what runs beside the requests', patience: END_PATIENCE + 500, end: async () => loops?.stop() },
        { what: 'the sessions of the database', patience: 2_000, end: () => db.close() },
      ], async () => embedded?.stop(), (what) => log.error({}, `while ending: ${what}`));
    },
  };
}

async function demonstrate(config: Config, context: Context): Promise<void> {
  const password = demonstrationPassword(config);
  await loadDemonstrations({ context, folder: join(packageRoot(), 'policies'), password });
  await renewDemonstrationPasswords(context, password);
  context.readiness.state = 'ready';
}

function version(): string {
  const { version: named } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return named;
}

/** What a person who just typed `npm start` needs to know, on standard output. */
async function greet(address: string, context: Context, password: string | null, toSetUp: boolean): Promise<void> {
  const lines = ['', `售后 Aftercare 已启动 is running:  ${address}`];
  if (password !== null) {
    const names = (await companies(context.db)).filter((company) => company.demonstration).map((company) => company.slug);
    lines.push('', `  试用公司 demonstrations:  ${names.join(' · ')}`, `  账号 accounts:  ${ACCOUNTS.join(' · ')}`, `  密码 password:  ${password}`);
  }
  if (toSetUp) lines.push('', `  首次设置（链接只能用一次） set up once:  ${address}/setup#${context.identity.setup.issue()}`);
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
