import pg from 'pg';
import { sessionOf, type Connection } from '../connection.ts';
import { migrationsIn, type Migration } from './folder.ts';
import { createRoles } from './roles.ts';
import { statementsOf } from './split.ts';

/** Any number will do as long as nothing else uses it: two processes that start at once migrate one after the other. */
const LOCK = 4_100_731;

/** A migration that has run is history: it may not be changed, nor be missing, nor come before one that has run. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/**
 * Brings a database to the state of the folder: runs what has not run yet, each file in one transaction.
 * @param owner - a session that may create tables and roles.
 * @returns the names of the files that ran now.
 * @throws MigrationRefused when history and folder differ; else the error of the statement, with the file's name.
 */
export async function migrate(owner: Connection, folder: string): Promise<string[]> {
  const wanted = await migrationsIn(folder);
  const client = new pg.Client(sessionOf(owner));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query('create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null)');
    const missing = unapplied(wanted, await historyOf(client));
    if (missing.length > 0) await createRoles(client);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

type History = ReadonlyMap<string, string>;

async function historyOf(client: pg.Client): Promise<History> {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration order by name');
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

function unapplied(wanted: readonly Migration[], history: History): Migration[] {
  const names = new Set(wanted.map(({ name }) => name));
  for (const name of history.keys()) {
    if (!names.has(name)) throw new MigrationRefused(`The database has run ${name}, which this program does not have: it is newer than the program.`);
  }
  const last = [...history.keys()].at(-1) ?? '';
  return wanted.filter(({ name, hash }) => {
    const before = history.get(name);
    if (before === undefined && name < last) throw new MigrationRefused(`Migration ${name} would come before ${last}, which has run. Give it a higher number.`);
    if (before !== undefined && before !== hash) throw new MigrationRefused(`Migration ${name} was changed after it had run. Put it back and write a new one.`);
    return before === undefined;
  });
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    for (const statement of statementsOf(migration.text)) await client.query(statement);
    await client.query('insert into migration (name, hash, applied_at) values ($1, $2, now())', [migration.name, migration.hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
