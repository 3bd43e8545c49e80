import type { OwnerRun } from '#platform/db/index.ts';

/** A table as the database describes it. */
export interface Table {
  readonly name: string;
  /** Its rows belong to companies, and are reached as the product reaches them: one company at a time. */
  readonly ofTenants: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly key: readonly string[];
  /** Tables it refers to. */
  readonly refersTo: readonly string[];
}

/** What belongs to this installation and not to what it keeps. */
const NOT_KEPT = ['migration', 'backup_run'];

const TABLES = `select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as "ofTenants",
    (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum), '[]') from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select coalesce(json_agg(a.attname order by k.at), '[]') from pg_index i cross join unnest(i.indkey::smallint[]) with ordinality k(attnum, at)
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary) as key,
    (select coalesce(json_agg(distinct f.relname), '[]') from pg_constraint r join pg_class f on f.oid = r.confrelid where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid) as "refersTo"
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all ($1) order by c.relname`;

/** All tables that are kept, parents before what refers to them. */
export async function tablesOf(run: OwnerRun): Promise<readonly Table[]> {
  const waiting = [...(await run<Table>({ text: TABLES, values: [NOT_KEPT] }))];
  const ordered: Table[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ refersTo }) => !refersTo.some((name) => waiting.some((each) => each.name === name)));
    if (at < 0) throw new Error(`Tables that refer to each other in a circle cannot be restored: ${waiting.map(({ name }) => name).join(', ')}.`);
    ordered.push(...waiting.splice(at, 1));
  }
  return ordered;
}

/** A name of the catalogue in a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
