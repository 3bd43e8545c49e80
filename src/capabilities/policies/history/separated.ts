import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { lettersOf } from './letters.ts';
import type { Line } from './table.ts';
import { HistoryUnreadable } from './unreadable.ts';

/** Longest single row; a quotation mark that is never closed would otherwise swallow the file. */
const LONGEST_ROW = 4_000_000;

/** Reads a file of values separated by commas, semicolons or tabs; cells in quotation marks may hold line breaks. */
export async function* separatedLines(file: string): AsyncGenerator<Line> {
  const parser = parse({ delimiter: await separatorOf(file), bom: true, relax_column_count: true, relax_quotes: true, max_record_size: LONGEST_ROW });
  const source = Readable.from(lettersOf(file));
  // What goes wrong in the source is thrown by the parser; there is nothing left to do at its end.
  pipeline(source, parser, () => {});
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { row: ++row, cells };
  } catch (error) {
    throw error instanceof CsvError ? brokenAfter(row, error) : error;
  }
}

/** What separates the cells is what the first line has most of. */
async function separatorOf(file: string): Promise<string> {
  let head = '';
  for await (const letters of lettersOf(file)) {
    head += letters;
    if (head.includes('\n') || head.length > 100_000) break;
  }
  const [line = ''] = head.trimStart().split(/\r?\n/, 1);
  const count = (separator: string): number => line.split(separator).length;
  return [',', '\t', ';'].reduce((most, each) => (count(each) > count(most) ? each : most));
}

function brokenAfter(row: number, error: CsvError): HistoryUnreadable {
  return error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
    ? new HistoryUnreadable({ zh: `第 ${row + 1} 行有引号没有闭合，后面的内容读不下去；请补上引号后再试`, en: `row ${row + 1} has a quotation mark that is never closed; close it and try again` })
    : new HistoryUnreadable({ zh: `第 ${row + 1} 行不是合规的 CSV，读不下去；请另存为 CSV 后再试`, en: `row ${row + 1} is no CSV; save the file as CSV and try again` });
}
