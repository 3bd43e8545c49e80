import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { OWNER } from './initialise.ts';
import { lives } from './processes.ts';
import type { Address } from './settings.ts';

/** Another process of ours works on this data folder. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  /** Its process number. */
  readonly pid: number;

  constructor(dataFolder: string, pid: number) {
    super(
      `数据目录 ${dataFolder} 正由另一个售后进程（进程号 ${pid}）使用。请先停止它，或用 AFTERCARE_DATA 指定别的目录。\n` +
        `The data folder ${dataFolder} is in use by another Aftercare process (process ${pid}). Stop it first, or name another folder in AFTERCARE_DATA.`,
    );
    this.pid = pid;
  }
}

/** Any number, as long as nothing else in the database `postgres` of an embedded cluster takes it. */
const LOCK = 7_310_041;
const NAME = 'aftercare holder ';
const ATTEMPTS = 50;
const STEP = 100;

/**
 * Holds the cluster for this process: one session with an advisory lock. The server lets go of it the moment the session
 * ends, so that no kill, crash or re-used process number ever leaves a lock behind, as a file would.
 * @throws AlreadyRunning when a living process holds it.
 */
export async function hold(address: Address, password: string | undefined, dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client({ ...address, user: OWNER, database: 'postgres', application_name: `${NAME}${process.pid}`, keepAlive: true, ...(password ? { password } : {}) });
  // Whoever holds learns of the end by the event `end`; without a listener for errors the process would end too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await take(client, dataFolder);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function take(client: pg.Client, dataFolder: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK]);
    if (rows[0]?.taken) return;
    const other = await holderOf(client);
    // A process just killed still has a session for a moment.
    if (other !== undefined && (lives(other) || attempt === ATTEMPTS)) throw new AlreadyRunning(dataFolder, other);
    await pause(STEP);
  }
}

async function holderOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ application_name: string }>(
    `select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.objid = $1 and l.granted and a.datname = 'postgres'`,
    [LOCK],
  );
  const name = rows[0]?.application_name;
  return name === undefined ? undefined : Number(name.slice(NAME.length));
}
