// Reads the first sheet with anything in it, in a thread of its own: a few kilobytes can make the reader work for minutes, or ask for
// gigabytes. Whoever started the thread ends it when it takes too long; too much memory ends the thread alone.
import { parentPort, workerData } from 'node:worker_threads';
import excel from 'exceljs';

const { bytes, mostRows, mostColumns, longestCell } = workerData;
const SKIPPED = ['dataValidations', 'conditionalFormatting', 'extLst', 'drawing', 'picture', 'tableParts', 'hyperlinks', 'mergeCells'];

// A cell may spell any character (`_x0000_`): control characters and halves of a character no database takes, and nobody means.
const BROKEN = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\u{fffe}\u{ffff}]/gu;

function textOf(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') {
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    if ('richText' in value) return textOf(value.richText.map(({ text }) => text).join(''));
    if ('error' in value) return '';
    if ('hyperlink' in value) return textOf(value.text);
    return textOf(value.result);
  }
  return String(value).replace(BROKEN, '').trim().slice(0, longestCell);
}

/** A sheet of any table program ends here; a file may say otherwise. */
const LAST_ROW = 1_048_576;

function linesOf(sheet) {
  const lines = [];
  for (let row = 1; row <= Math.min(sheet.rowCount, LAST_ROW) && lines.length <= mostRows; row++) {
    const values = sheet.findRow(row)?.values;
    const cells = Array.isArray(values) ? Array.from(values.slice(1, mostColumns + 1), textOf) : [];
    if (cells.some((cell) => cell !== '')) lines.push({ row, cells });
  }
  return lines;
}

const book = new excel.Workbook();
await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), { ignoreNodes: SKIPPED });
parentPort.postMessage(book.worksheets.map(linesOf).find((lines) => lines.length > 0) ?? []);
