import type { Statement } from './statement.ts';

/** Rows in one statement at most; each number of rows up to it is a prepared statement of its own. */
const TOGETHER = 12;
const texts = new Map<string, string>();

/**
 * Writes rows of one shape by as few prepared statements as there must be: a statement costs the database about as much as a row.
 * @param name - of the prepared statements; one name always goes with one `into` and `tail`.
 * @param into - `insert into … (columns)`.
 * @param tail - what follows the values, such as `on conflict …`.
 * @param beside - the value of a last column, as an expression; `$1` and so on are the values of the row.
 * @param rows - values in the order of the columns, all of one length.
 */
export function insertRows(name: string, into: string, rows: readonly (readonly unknown[])[], { tail = '', beside = '' } = {}): readonly Statement[] {
  const statements: Statement[] = [];
  for (let from = 0; from < rows.length; from += TOGETHER) {
    const some = rows.slice(from, from + TOGETHER);
    statements.push({ name: `${name}-${some.length}`, text: textOf(name, into, { tail, beside }, some.length, some[0]?.length ?? 0), values: some.flat(1) });
  }
  return statements;
}

function textOf(name: string, into: string, { tail, beside }: { readonly tail: string; readonly beside: string }, rows: number, columns: number): string {
  const key = `${name}-${rows}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const row = (at: number): string => `(${Array.from({ length: columns }, (_, column) => `$${at * columns + column + 1}`).join(', ')}${beside && `, ${beside.replaceAll(/\$(\d+)/g, (_, place: string) => `$${at * columns + Number(place)}`)}`})`;
  const text = `${into} values ${Array.from({ length: rows }, (_, at) => row(at)).join(', ')}${tail}`;
  texts.set(key, text);
  return text;
}
