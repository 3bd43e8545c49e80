import type { OwnerRun } from '#platform/db/index.ts';
import { quoted, type Table } from './catalogue.ts';
import { reach } from './reach.ts';

/** Few, because a row may hold a whole policy. */
const AT_ONCE = 200;

/**
 * All rows of a table as the transaction sees them, a page at a time: each row a line with a JSON array of texts, exactly as the
 * database writes its values; company after company, in the order of the key.
 */
export async function* linesOf(run: OwnerRun, table: Table, tenants: readonly string[]): AsyncGenerator<readonly string[]> {
  for (const tenant of table.ofTenants ? tenants : [null]) {
    await reach(run, tenant);
    const values = table.columns.map(({ name }, at) => `${quoted(name)}::text as c${at}`).join(', ');
    const where = tenant === null ? '' : ` where tenant_id = '${tenant}'`;
    const order = table.key.length > 0 ? ` order by ${table.key.map(quoted).join(', ')}` : '';
    await run({ text: `declare kept no scroll cursor for select ${values} from ${quoted(table.name)}${where}${order}`, values: [] });
    for (;;) {
      const rows = await run<Record<string, string | null>>({ text: `fetch ${AT_ONCE} from kept`, values: [] });
      if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(table.columns.map((_, at) => row[`c${at}`] ?? null))}\n`);
      if (rows.length < AT_ONCE) break;
    }
    await run({ text: 'close kept', values: [] });
  }
}

/** Puts rows back: as many as there are, in one statement. @param rows - in the order of the table's columns. */
export async function insertLines(run: OwnerRun, table: Table, columns: readonly string[], rows: readonly (readonly (string | null)[])[]): Promise<void> {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const places = columns.map((_, at) => `$${at + 1}::text[]`).join(', ');
  const values = columns.map((name, at) => `c${at}::${types.get(name) ?? 'text'}`).join(', ');
  await run({
    text: `insert into ${quoted(table.name)} (${columns.map(quoted).join(', ')}) select ${values} from unnest(${places}) as r(${columns.map((_, at) => `c${at}`).join(', ')})`,
    values: columns.map((_, at) => rows.map((row) => row[at] ?? null)),
  });
}
