import type { TestDatabase } from '../../support/index.ts';

/**
 * How many rows each table holds and a hash over all they hold: two equal digests mean that nothing at all has changed between them.
 */
export async function digestOf({ owner }: TestDatabase): Promise<Record<string, string>> {
  const tables = (await owner({ text: "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1", values: [] })) as { name: string }[];
  const each = tables.map(({ name }) => `select '${name}' as name, count(*) || ':' || coalesce(md5(string_agg(x::text, '|' order by x::text)), '') as content from "${name}" x`);
  const rows = (await owner({ text: each.join(' union all '), values: [] })) as { name: string; content: string }[];
  return Object.fromEntries(rows.map((row) => [row.name, row.content]));
}
