import { insideOf, type Database } from './database.ts';
import { statementOf, type Query } from './statement.ts';

/**
 * Lists what is due, over all tenants: the one reading that has no actor. It runs as the role `aftercare_due`, which may read
 * a few columns (tenant, matter, next time) and write nothing; what is found is then handled tenant by tenant, in a scope.
 */
export async function listDue<R extends object>(database: Database, query: Query<R>): Promise<R[]> {
  const { text, values } = statementOf(query);
  const { rows } = await insideOf(database).due.query(text, [...values]);
  return rows as R[];
}
