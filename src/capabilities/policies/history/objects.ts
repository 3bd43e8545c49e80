import { type Cell, type HistoryRow } from '#engine/replay/index.ts';
import { lettersOf } from './letters.ts';
import type { OpenHistory } from './table.ts';
import { HistoryUnreadable } from './unreadable.ts';

/** Objects may leave out what is empty: the columns are those that any of so many first lines has. */
const COLUMNS_WITHIN = 1000;
const DEEPEST = 4;

/**
 * Opens a file with one JSON object a line; `row` is the number of the line. Inner objects are named with a dot (`customer.name`).
 * @throws HistoryUnreadable when no line holds an object.
 */
export async function openObjects(file: string): Promise<OpenHistory> {
  const iterator = objectRows(file);
  const begun: HistoryRow[] = [];
  while (begun.length < COLUMNS_WITHIN) {
    const next = await iterator.next();
    if (next.done) break;
    begun.push(next.value);
  }
  const columns = [...new Set(begun.flatMap((row) => Object.keys(row.cells)))];
  if (columns.length === 0) throw new HistoryUnreadable({ zh: '没有一行是 JSON 对象；每行应写一个 {…}', en: 'no line holds a JSON object; each line should be one {…}' });
  return { columns, rows: inOrder(begun, iterator) };
}

async function* inOrder(begun: readonly HistoryRow[], rest: AsyncIterable<HistoryRow>): AsyncGenerator<HistoryRow> {
  yield* begun;
  yield* rest;
}

async function* objectRows(file: string): AsyncGenerator<HistoryRow> {
  let row = 0;
  for await (const line of linesOf(file)) {
    row++;
    if (line.trim() !== '') yield objectRow(row, line);
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const letters of lettersOf(file)) {
    const lines = (rest + letters).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function objectRow(row: number, line: string): HistoryRow {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { row, cells: {}, broken: { zh: '这一行不是 JSON 对象', en: 'this line is no JSON object' } };
  const cells: Record<string, Cell> = {};
  flatten(value, '', cells, 1);
  return { row, cells };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function flatten(value: object, above: string, cells: Record<string, Cell>, depth: number): void {
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    const name = above + key;
    if (typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean' || inner === null) cells[name] = inner;
    else if (Array.isArray(inner)) cells[name] = inner.map(String).join('、');
    else if (typeof inner === 'object' && depth < DEEPEST) flatten(inner, `${name}.`, cells, depth + 1);
  }
}
