import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql, type RawBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Writes statements and nothing else: its driver is a dummy, so that a query can only be run by handing it to a scope.
 * `scope.all(builder.selectFrom('matter').where('tenant_id', '=', scope.tenant)…)`
 */
export const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** An instant (epoch milliseconds) as a value in a statement of the builder. Hand-written statements take a `Date`. */
export function instant(milliseconds: number): RawBuilder<number> {
  return sql<number>`${new Date(milliseconds).toISOString()}::timestamptz`;
}

export { sql };
