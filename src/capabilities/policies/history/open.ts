import { open, stat } from 'node:fs/promises';
import { openObjects } from './objects.ts';
import { separatedLines } from './separated.ts';
import { sheetLines } from './sheet.ts';
import { tableOf, type OpenHistory } from './table.ts';
import { HistoryUnreadable } from './unreadable.ts';

/**
 * Opens a history for reading: a workbook (.xlsx), separated values (UTF-8, UTF-16 or GB 18030), or one JSON object a line. What it is
 * is seen from its beginning, not from its name; what is called .xlsx and is none is refused, since its columns would be rubbish.
 * @param wanted names that the header should have; it may stand below a title.
 * @param sheet name of the sheet; null = the first with anything in it.
 * @throws HistoryUnreadable when there is no such file, or it is none of these.
 */
export async function openHistory(file: string, wanted: readonly string[], sheet: string | null = null): Promise<OpenHistory> {
  const form = formOf(await beginning(file), file);
  if (sheet !== null && form !== 'workbook') throw new HistoryUnreadable({ zh: '--sheet 只用于工作簿（.xlsx），这个文件没有工作表；请去掉 --sheet', en: '--sheet is for workbooks (.xlsx); this file has no sheets; leave --sheet out' });
  switch (form) {
    case 'workbook': return tableOf(sheetLines(file, sheet), wanted);
    case 'objects': return openObjects(file);
    case 'separated': return tableOf(separatedLines(file), wanted);
    case 'old workbook': throw new HistoryUnreadable({ zh: '这是旧格式的工作簿（.xls）或有密码的文件，请另存为 .xlsx 或 CSV', en: 'this is a workbook of the old format (.xls) or a locked file; save it as .xlsx or CSV' });
    case 'array': throw new HistoryUnreadable({ zh: '这是一个 JSON 数组；请改成每行一个对象（ndjson）', en: 'this is one JSON array; write one object a line instead (ndjson)' });
    case 'no workbook': throw new HistoryUnreadable({ zh: '这不是 Excel 工作簿（文件名是 .xlsx，内容不是）：可能损坏了，或是别的文件改了名；请在表格软件里另存为 .xlsx 或 CSV', en: 'this is no Excel workbook, although it is called .xlsx: it may be damaged, or another file renamed; save it again as .xlsx or CSV' });
    case 'page': throw new HistoryUnreadable({ zh: '这是网页或 XML，不是表格；请在表格软件里打开，另存为 .xlsx 或 CSV', en: 'this is a web page or XML, no sheet; open it in a spreadsheet program and save it as .xlsx or CSV' });
    case 'empty': throw new HistoryUnreadable({ zh: '文件是空的', en: 'the file is empty' });
  }
}

async function beginning(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).isDirectory()) throw new HistoryUnreadable({ zh: '这是一个文件夹，请写明文件', en: 'this is a folder; name a file' });
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof HistoryUnreadable) throw error;
    throw new HistoryUnreadable((error as NodeJS.ErrnoException).code === 'ENOENT' ? { zh: '没有这个文件', en: 'there is no such file' } : { zh: '没有权限或无法打开这个文件', en: 'the file cannot be opened' });
  }
}

type Form = 'workbook' | 'old workbook' | 'objects' | 'array' | 'separated' | 'no workbook' | 'page' | 'empty';

function formOf(begin: Buffer, file: string): Form {
  if (begin.length === 0) return 'empty';
  if (begin.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'workbook';
  if (begin.subarray(0, 4).toString('hex') === 'd0cf11e0') return 'old workbook';
  if (/\.xls[xm]$/i.test(file)) return 'no workbook';
  const text = begin.toString('utf8').replace(/^\ufeff/, '').trimStart();
  if (text.startsWith('{')) return 'objects';
  if (/^<(?:[!?]|html|table|meta)/i.test(text)) return 'page';
  return text.startsWith('[') && /^\[\s*[{\]]/.test(text) ? 'array' : 'separated';
}
