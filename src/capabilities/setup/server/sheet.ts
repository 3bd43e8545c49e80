import excel from 'exceljs';
import { wrong, type FileAnswer } from '#platform/operations/index.ts';
import type { SheetJson } from '../contract.ts';
import { TEMPLATES, type CustomerSheetName } from '../rules/customers/sheets.ts';
import { MOST_ROWS } from '../rules/people.ts';
import type { Place } from '../rules/places.ts';
import { isSample, PEOPLE_SAMPLES } from '../rules/samples.ts';
import { opened } from './opened.ts';

/** Only the head of a packed file tells its true size; a small one can unpack to gigabytes. */
const MOST_UNPACKED = 60_000_000;
const MOST_COLUMNS = 60;
const LONGEST_CELL = 500;

const unreadable = (zh: string, en: string) => wrong([{ path: ['body', 'file'], message: { zh, en } }]);

/** Reads the first sheet of a workbook with anything in it: the header is the first line, all cells as texts, examples of our templates set aside. @throws Failure 422 saying what to do */
export async function readSheet(base64: string, mostRows = MOST_ROWS): Promise<SheetJson> {
  const bytes = Buffer.from(base64, 'base64');
  if (unpackedSize(bytes) > MOST_UNPACKED) throw unreadable('文件太大，请只留要导入的那张表再上传。', 'The file is too large. Leave only the sheet to import in it.');
  const lines = await opened(bytes, { mostRows: mostRows + 1, mostColumns: MOST_COLUMNS, longestCell: LONGEST_CELL })
    .catch(() => { throw unreadable('读不了这个文件：请在表格软件里另存为 .xlsx（不加密码）再上传。', 'This file cannot be read. Save it as .xlsx, without a password, and upload it again.'); });
  if (lines.length === 0) throw unreadable('表里没有内容。', 'There is nothing in the sheet.');
  if (lines.length > mostRows + 1) throw unreadable(`一次最多 ${mostRows} 行，请分几个文件上传。`, `At most ${mostRows} rows are taken at a time. Please split the file.`);
  // A title or a remark above the table: the header is the first line with at least two cells filled.
  const at = lines.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const header = lines[at];
  if (!header) throw unreadable('没有找到表头：第一行应写各列的名称，如 姓名、电话……', 'There is no header: the first line should name the columns, like name, phone …');
  const rows = lines.slice(at + 1);
  return { header: header.cells, rows: rows.filter(({ cells }) => !isSample(cells)), samples: rows.filter(({ cells }) => isSample(cells)).map(({ row }) => row) };
}

/** Adds up what the directory of a packed file says each part unpacks to. */
function unpackedSize(bytes: Buffer): number {
  let sum = 0;
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && at + 28 <= bytes.length; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) sum += bytes.readUInt32LE(at + 24);
  return sum;
}

const HEADER = ['姓名', '账号', '岗位', '部门', '手机', '邮箱', '管理员'];

/** The sheet to fill in: a header, three examples that use positions and units of the policy, and a second sheet that lists those. */
export async function templateSheet(place: Place): Promise<FileAnswer> {
  const book = new excel.Workbook();
  const people = book.addWorksheet('人员', { views: [{ state: 'frozen', ySplit: 1 }] });
  people.columns = [12, 16, 28, 18, 16, 26, 10].map((width) => ({ width, style: { numFmt: '@' } }));
  people.addRow(HEADER).font = { bold: true };
  PEOPLE_SAMPLES.forEach(([name, username, phone], index) => {
    const position = place.positions[index % Math.max(1, place.positions.length)];
    // Only what could be so in this company: a position belongs to its unit, and some to none.
    const unit = position?.inEveryUnit ? place.units[index % Math.max(1, place.units.length)] : place.units.find(({ code }) => code === position?.unit);
    people.addRow([name, username, position?.title ?? '', unit?.title ?? '', phone, '', '']);
  });
  const names = book.addWorksheet('岗位和部门');
  // Two lists, one below the other: side by side they would read as pairs.
  names.columns = [{ width: 36 }];
  names.addRow(['可以填的岗位（一人多个用、隔开）']).font = { bold: true };
  for (const { title } of place.positions) names.addRow([title]);
  names.addRow([]);
  names.addRow(['可以填的部门']).font = { bold: true };
  for (const { title } of place.units) names.addRow([title]);
  return fileOf(book, '人员导入模板.xlsx');
}

const fileOf = async (book: excel.Workbook, name: string): Promise<FileAnswer> => ({ name, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: new Uint8Array(await book.xlsx.writeBuffer()) });

/** The sheet of customers, homes or devices to fill in: a header and three examples, every cell a text so that no number is made shorter. */
export async function customerTemplate(sheet: CustomerSheetName): Promise<FileAnswer> {
  const { zh, header, examples } = TEMPLATES[sheet];
  const book = new excel.Workbook();
  const page = book.addWorksheet(zh, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = header.map((_, at) => ({ width: at < 2 ? 20 : 16, style: { numFmt: '@' } }));
  page.addRow([...header]).font = { bold: true };
  for (const example of examples) page.addRow([...example]);
  return fileOf(book, `${zh}导入模板.xlsx`);
}
