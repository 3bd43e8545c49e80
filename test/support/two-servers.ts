import { makeCompany, PASSWORD, type BenchCompany } from '../../bench/company.ts';
import { openDatabase, type Connection, type Database } from '../../src/platform/db/index.ts';
import { buildServer, freePort, gone, startBuilt, type BuiltServer } from './built.ts';
import { signIn } from './writers.ts';

/** Two processes of the built product on one database, with a real company (no demonstration, no clock of its own) in it. */
export interface TwoServers {
  readonly database: Database;
  readonly company: BenchCompany;
  readonly first: BuiltServer;
  readonly second: BuiltServer;
  /** The cookie of a person of the company, good at both. */
  as(username: string): Promise<string>;
  /** Ends both as a user would, or takes note that one is dead already. */
  end(): Promise<void>;
}

/**
 * Starts both.
 * @param connection - a migrated database in which nobody lives yet.
 * @param files - a folder for what lies beside it.
 * @param before - what is done in the new company before they start.
 */
export async function twoServers(connection: Connection, files: string, before: (there: Pick<TwoServers, 'database' | 'company'>) => Promise<void> = async () => {}): Promise<TwoServers> {
  await buildServer();
  const database = openDatabase({ connection, max: 4 });
  const company = await makeCompany(database);
  await before({ database, company });
  const settings = { DATABASE_URL: addressOf(connection), AFTERCARE_DATA: files };
  const first = await startBuilt(settings, await freePort(), ['--empty']);
  const second = await startBuilt(settings, await freePort(), ['--empty']);
  const both = [first.process, second.process];
  return {
    database, company, first, second,
    as: (username) => signIn(first.port, company.slug, username, PASSWORD),
    async end() {
      for (const one of both) one.kill('SIGTERM');
      await Promise.all(both.map(gone));
      await database.close();
    },
  };
}

function addressOf(connection: Connection): string {
  if ('connectionString' in connection) return connection.connectionString;
  const { host, port, user, database } = connection;
  return `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port ?? 5432}`;
}
