import pg from 'pg';
import { silentLog, type Log } from '#platform/log/index.ts';
import { APP_ROLE, DUE_ROLE, sessionOf, type Connection } from './connection.ts';

/** An open database. It can be closed and asked whether it lives, nothing else: data is reached through a scope only. */
export interface Database {
  /** Settles when the database answers. @throws what the driver says when it does not. */
  alive(): Promise<void>;
  /** Waits for what is running, then closes all sessions. */
  close(): Promise<void>;
}

interface Inside {
  readonly app: pg.Pool;
  readonly due: pg.Pool;
  readonly log: Log;
}

// The sessions are kept beside the object, so that no code outside this folder can run a statement without a scope.
const insides = new WeakMap<Database, Inside>();

/** For the files of this folder only: the sessions of an open database. */
export function insideOf(database: Database): Inside {
  const inside = insides.get(database);
  if (!inside) throw new TypeError('Not a database that was opened here.');
  return inside;
}

export interface OpenOptions {
  readonly connection: Connection;
  /** Sessions of the product at most; 20 when left out. Two more belong to the due loop's listing. */
  readonly max?: number;
  readonly log?: Log;
}

/**
 * Opens a database that has been migrated. No session is made before the first statement needs one.
 * Every session takes the role `aftercare_app` (or `aftercare_due`) before it does anything.
 */
export function openDatabase({ connection, max = 20, log = silentLog }: OpenOptions): Database {
  const app = poolOf({ ...sessionOf(connection, APP_ROLE), max }, log);
  const due = poolOf({ ...sessionOf(connection, DUE_ROLE), max: 2 }, log);
  const database: Database = {
    alive: async () => void (await app.query('select 1')),
    close: async () => void (await Promise.all([app.end(), due.end()])),
  };
  insides.set(database, { app, due, log });
  return database;
}

function poolOf(config: pg.PoolConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({ idleTimeoutMillis: 30_000, connectionTimeoutMillis: 15_000, ...config });
  // An idle session that the server ends is replaced by the pool; without a listener it would end the process.
  pool.on('error', ({ message }) => log.warn({ reason: message }, 'an idle database session ended'));
  // So would a session that ends while a statement runs in it: the pool listens to idle ones only, and the statement has the error already.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
