import { stat } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Cell } from '#engine/replay/index.ts';
import type { Line } from './table.ts';
import { HistoryUnreadable } from './unreadable.ts';

/**
 * A workbook is held in memory whole, some ten times its size on disk (100,000 long complaints: 95 MB, 1 GB, 8 seconds). Beyond this a CSV
 * does better, which is read piece by piece. The library's own reading by pieces breaks Chinese letters where two pieces meet.
 */
const LARGEST = 200_000_000;
/** Parts of a sheet that say nothing of its cells. */
const LEFT_OUT = ['dataValidations', 'conditionalFormatting', 'extLst', 'drawing', 'picture', 'tableParts', 'hyperlinks', 'printOptions', 'pageSetup'];

/**
 * Reads a sheet of a workbook (.xlsx): the named one, else the first that has anything in it.
 * @throws HistoryUnreadable when it is no workbook, too large, or has no such sheet.
 */
export async function* sheetLines(file: string, sheet: string | null): AsyncGenerator<Line> {
  if ((await stat(file)).size > LARGEST) throw new HistoryUnreadable({ zh: `工作簿超过 ${LARGEST / 1_000_000} MB，请另存为 CSV 再用`, en: `the workbook is larger than ${LARGEST / 1_000_000} MB; save it as CSV` });
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.readFile(file, { ignoreNodes: LEFT_OUT });
  } catch {
    throw new HistoryUnreadable({ zh: '读不了这个工作簿：文件可能损坏或有密码；请在表格软件里另存为 .xlsx 或 CSV', en: 'this workbook cannot be read: it may be damaged or locked; save it again as .xlsx or CSV' });
  }
  const found = sheet === null ? (workbook.worksheets.find((each) => each.actualRowCount > 0) ?? workbook.worksheets[0]) : workbook.getWorksheet(sheet);
  if (!found) throw noSheet(sheet, workbook.worksheets.map((each) => each.name));
  for (let row = 1; row <= found.rowCount; row++) {
    const values = found.findRow(row)?.values;
    // The library counts columns from 1.
    if (Array.isArray(values)) yield { row, cells: Array.from(values.slice(1), cellOf) };
  }
}

/** A date in a sheet is a wall-clock time without zone; the library shows it as if it were UTC. */
function cellOf(value: ExcelJS.CellValue | undefined): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#DATE!' : { wall: value.getTime() };
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return cellOf(value.text as ExcelJS.CellValue);
  return cellOf(value.result);
}

function noSheet(sheet: string | null, names: readonly string[]): HistoryUnreadable {
  if (sheet === null) return new HistoryUnreadable({ zh: '工作簿里没有工作表', en: 'the workbook has no sheet' });
  return new HistoryUnreadable({ zh: `没有名为“${sheet}”的工作表，现有：${names.join('、')}`, en: `there is no sheet “${sheet}”; there are: ${names.join(', ')}` });
}
