import type { Config } from '#platform/config/index.ts';
import { findEmbedded, openDatabase, startEmbedded, type Connection, type Database } from '#platform/db/index.ts';
import { Misuse } from './surroundings.ts';

/**
 * Works on the product's database, and leaves it as it was found: the one of `DATABASE_URL`; else the embedded one of the data
 * folder, beside the server where one runs, started for the length of the work where none does.
 * @throws Misuse when the data folder has no database.
 */
export function withDatabase<T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> {
  return withConnection(config, (connection) => using(connection, work));
}

/** As `withDatabase`, for work on all of it as its owner. @throws Misuse when the data folder has no database. */
export async function withConnection<T>({ databaseUrl, dataFolder }: Config, work: (connection: Connection) => Promise<T>): Promise<T> {
  if (databaseUrl !== undefined) return work({ connectionString: databaseUrl });
  const found = await findEmbedded(dataFolder);
  if (found.is === 'running') return work(found.connection);
  if (found.is === 'none') throw new Misuse({ zh: `${dataFolder} 里没有数据；用 AFTERCARE_DATA 指定数据目录，或用 DATABASE_URL 指定数据库`, en: `there is no data in ${dataFolder}; name the data folder in AFTERCARE_DATA, or the database in DATABASE_URL` });
  const embedded = await startEmbedded(dataFolder);
  try {
    return await work(embedded.connection);
  } finally {
    await embedded.stop();
  }
}

async function using<T>(connection: Connection, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase({ connection, max: 2 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
