import { afterAll, inject } from 'vitest';
import { asOwner, openDatabase, uuidv7, withScope, type Connection, type Database, type OwnerRun } from '../../src/platform/db/index.ts';

/** A database of one test file alone. */
export interface TestDatabase {
  readonly database: Database;
  /** As the owner: for tests that open it themselves, or look at the walls from outside. */
  readonly connection: Connection;
  /** Runs one statement as the owner, past every wall. */
  readonly owner: OwnerRun;
  /** A new company in it. @returns its identifier. */
  company(slug?: string): Promise<string>;
}

/**
 * A fresh copy of the migrated template, gone again when the test file has ended. At the top of a test file:
 * `const { database, company } = await testDatabase();`
 * @param max - sessions at most; the run's PostgreSQL has 60 for all test files together.
 */
export async function testDatabase(max = 8): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${uuidv7().replaceAll('-', '')}`;
  await asOwner({ ...server, database: 'postgres' }, (run) => run({ text: `create database ${name} template ${server.database}`, values: [] }));
  const connection = { ...server, database: name };
  const database = openDatabase({ connection, max });
  afterAll(async () => {
    await database.close();
    await asOwner({ ...server, database: 'postgres' }, (run) => run({ text: `drop database ${name} with (force)`, values: [] }));
  });
  return {
    database,
    connection,
    owner: (statement) => asOwner(connection, (run) => run(statement)),
    company: (slug) => makeCompany(database, slug),
  };
}

async function makeCompany(database: Database, slug?: string): Promise<string> {
  const tenant = uuidv7();
  await withScope(database, { tenant }, (scope) =>
    scope.run({
      text: 'insert into tenant (id, slug, name, created_at) values ($1, $2, $3, $4)',
      values: [tenant, slug ?? `company-${tenant}`, 'A company', new Date(0)],
    }),
  );
  return tenant;
}
