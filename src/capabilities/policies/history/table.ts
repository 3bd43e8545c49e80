import { isEmpty, wordsOf, type Cell, type HistoryRow } from '#engine/replay/index.ts';
import { HistoryUnreadable } from './unreadable.ts';

/** A history opened for reading: the names of its columns, and its rows once, in the order of the file. */
export interface OpenHistory {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<HistoryRow>;
}

/** One line of a sheet before anybody knows whether it is the header. `row` counts from 1. */
export interface Line { readonly row: number; readonly cells: readonly Cell[] }

/** Sheets often begin with a title or two; the header is looked for in so many lines. */
const HEADER_WITHIN = 10;

/**
 * Makes a table of lines: the header is the first line that has every wanted name, else the first line with anything in it.
 * @throws HistoryUnreadable when there is no line at all.
 */
export async function tableOf(lines: AsyncIterable<Line>, wanted: readonly string[]): Promise<OpenHistory> {
  const iterator = lines[Symbol.asyncIterator]();
  const first: Line[] = [];
  while (first.length < HEADER_WITHIN) {
    const next = await iterator.next();
    if (next.done) break;
    if (!next.value.cells.every(isEmpty)) first.push(next.value);
  }
  const hasAll = (line: Line): boolean => wanted.every((name) => columnNamed(line.cells.map(wordsOf), name) !== null);
  const at = Math.max(0, first.findIndex(hasAll));
  const header = first[at];
  if (!header) throw new HistoryUnreadable({ zh: '文件是空的：没有表头，也没有数据行', en: 'the file is empty: it has neither a header nor rows' });
  const names = header.cells.map(wordsOf);
  return { columns: names.filter((name, index) => name !== '' && names.indexOf(name) === index), rows: rowsOf(names, first.slice(at + 1), { [Symbol.asyncIterator]: () => iterator }) };
}

async function* rowsOf(names: readonly string[], begun: readonly Line[], rest: AsyncIterable<Line>): AsyncGenerator<HistoryRow> {
  for (const line of begun) yield rowOf(names, line);
  for await (const line of rest) if (!line.cells.every(isEmpty)) yield rowOf(names, line);
}

/** Of two columns with one name the first counts. */
function rowOf(names: readonly string[], { row, cells }: Line): HistoryRow {
  const named: Record<string, Cell> = {};
  names.forEach((name, index) => { if (name !== '' && !(name in named)) named[name] = cells[index] ?? null; });
  return { row, cells: named };
}

/** The column of a file that a name means; white space, full width and upper case make no difference. @returns null when there is none. */
export function columnNamed(columns: readonly string[], name: string): string | null {
  const plain = (text: string): string => wordsOf(text).toLowerCase();
  return columns.find((each) => each === name) ?? columns.find((each) => plain(each) === plain(name)) ?? null;
}
