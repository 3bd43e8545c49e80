import type { Compilable, CompiledQuery } from 'kysely';

/** A statement written by hand. A `name` makes it a prepared one; one name must always go with one text. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Text and values as the builder compiles them. */
export interface Written {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A statement that will give rows of T: from the builder, or already written. */
export type Query<T> = Compilable<T> | CompiledQuery<T> | Written;

/** One form for all that can be run. */
export function statementOf<T>(query: Query<T>): Statement {
  const written = 'compile' in query ? query.compile() : query;
  return { text: written.sql, values: written.parameters };
}

/** A statement inside a scope that does not bind its tenant: a fault of the program, found the first time it is run. */
export class TenantMissing extends Error {
  override readonly name = 'TenantMissing';
}

const known = new Set<string>();
const KNOWN_AT_MOST = 10_000;
const TABLES = /\b(?:from|join|into|update)\s+(?:only\s+)?"?([a-z_][a-z0-9_]*)"?(?!\w|"|\s*\(|\.)/gi;
const WITHOUT_TENANT = /^(tenant|pg_\w+|information_schema|set|select|lateral|of)$/i;

/**
 * Refuses a statement that touches a table without a word about `tenant_id`: row-level security would still hide foreign rows,
 * but the statement would be slow, and could never be sent to one shard. Each text is looked at once.
 * @throws TenantMissing
 */
export function requireTenant(text: string): void {
  if (known.has(text)) return;
  if (!text.includes('tenant_id')) {
    for (const [, table] of text.matchAll(TABLES)) {
      if (table && !WITHOUT_TENANT.test(table)) throw new TenantMissing(`The statement reads or writes "${table}" without its tenant_id: ${text}`);
    }
  }
  if (known.size < KNOWN_AT_MOST) known.add(text);
}
