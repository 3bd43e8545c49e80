import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryRow } from '#engine/replay/index.ts';
import { columnNamed, HistoryUnreadable, openHistory } from './index.ts';

let folder = '';
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'history-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function allOf(file: string, wanted: readonly string[] = [], sheet: string | null = null): Promise<{ columns: readonly string[]; rows: HistoryRow[] }> {
  const { columns, rows } = await openHistory(file, wanted, sheet);
  const all: HistoryRow[] = [];
  for await (const row of rows) all.push(row);
  return { columns, rows: all };
}

async function refusalOf(file: string, sheet: string | null = null): Promise<string> {
  const error: unknown = await allOf(file, [], sheet).then(() => null, (thrown: unknown) => thrown);
  return error instanceof HistoryUnreadable ? error.text.zh : `not refused: ${String(error)}`;
}

async function workbook(name: string, fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book);
  const file = join(folder, name);
  await book.xlsx.writeFile(file);
  return file;
}

describe('a workbook', () => {
  it('gives dates as wall-clock times, and the words of rich text, formulas and links', async () => {
    const file = await workbook('cells.xlsx', (book) => {
      book.addWorksheet('空');
      const sheet = book.addWorksheet('留言');
      sheet.addRow(['编号', '时间', '内容', '答复', '网页']);
      sheet.addRow([7, new Date(Date.UTC(2019, 3, 25, 9, 32, 9)), { richText: [{ text: '很' }, { text: '急' }] }, { formula: 'B2', result: new Date(Date.UTC(2019, 3, 26)) }, { text: '链接', hyperlink: 'http://example.com' }]);
      sheet.addRow([]);
      sheet.addRow([8, '2019/4/25 9:32:09', null, { formula: 'X', result: { error: '#N/A' } }, true]);
    });
    const { columns, rows } = await allOf(file);
    expect(columns).toEqual(['编号', '时间', '内容', '答复', '网页']);
    expect(rows).toEqual([
      { row: 2, cells: { 编号: 7, 时间: { wall: Date.UTC(2019, 3, 25, 9, 32, 9) }, 内容: '很急', 答复: { wall: Date.UTC(2019, 3, 26) }, 网页: '链接' } },
      { row: 4, cells: { 编号: 8, 时间: '2019/4/25 9:32:09', 内容: null, 答复: '#N/A', 网页: true } },
    ]);
  });

  it('may have a title above its header, and any number of sheets', async () => {
    const file = await workbook('sheets.xlsx', (book) => {
      book.addWorksheet('说明').addRow(['见第二页']);
      const sheet = book.addWorksheet('明细');
      sheet.addRow(['2019 年投诉明细']);
      sheet.addRow(['编号', ' 时间\t', '时间']);
      sheet.addRow([1, 'a', 'b']);
    });
    expect(await allOf(file, ['编号', '时间'], '明细')).toEqual({ columns: ['编号', '时间'], rows: [{ row: 3, cells: { 编号: 1, 时间: 'a' } }] });
    expect(await refusalOf(file, '汇总')).toBe('没有名为“汇总”的工作表，现有：说明、明细');
  });
});

describe('separated values', () => {
  const TEXT = '编号,时间,内容\r\n1,2019/4/25,"两行\n并且有""引号"", 和逗号"\r\n\r\n2,,短\r\n';
  const EXPECTED = [
    { row: 2, cells: { 编号: '1', 时间: '2019/4/25', 内容: '两行\n并且有"引号", 和逗号' } },
    { row: 4, cells: { 编号: '2', 时间: '', 内容: '短' } },
  ];

  it('are read in UTF-8, with a mark or without', async () => {
    expect((await allOf(await fileWith('a.csv', TEXT))).rows).toEqual(EXPECTED);
    expect((await allOf(await fileWith('b.csv', `\ufeff${TEXT}`))).rows).toEqual(EXPECTED);
  });

  it('are read in GB 18030 and UTF-16', async () => {
    const bytes = [0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xca, 0xb1, 0xbc, 0xe4, 0x0a, 0x31, 0x2c, 0xbd, 0xf1, 0xcc, 0xec, 0x0a];
    expect(await allOf(await fileWith('gb.csv', Uint8Array.from(bytes)))).toEqual({ columns: ['编号', '时间'], rows: [{ row: 2, cells: { 编号: '1', 时间: '今天' } }] });
    expect((await allOf(await fileWith('u16.csv', Buffer.from(`\ufeff${TEXT}`, 'utf16le')))).rows).toEqual(EXPECTED);
  });

  it('may be separated by tabs or semicolons', async () => {
    const cells = { 编号: '1', 时间: '2,5' };
    expect((await allOf(await fileWith('t.tsv', '编号\t时间\n1\t2,5\n'))).rows).toEqual([{ row: 2, cells }]);
    expect((await allOf(await fileWith('s.csv', '编号;时间\n1;2,5\n'))).rows).toEqual([{ row: 2, cells }]);
  });

  it('keep every letter whole where the file is read in pieces', async () => {
    const words = '投诉处理'.repeat(9000);
    const { rows } = await allOf(await fileWith('long.csv', `编号,内容\n${Array.from({ length: 12 }, (_, index) => `${index},a${'b'.repeat(index)}${words}`).join('\n')}`));
    expect(rows.map((row) => row.cells['内容'])).toEqual(Array.from({ length: 12 }, (_, index) => `a${'b'.repeat(index)}${words}`));
  });

  it('say in which row a quotation mark stays open', async () => {
    expect(await refusalOf(await fileWith('open.csv', '编号,内容\n1,好\n2,"没完\n3,x\n'))).toContain('第 3 行有引号没有闭合');
  });
});

describe('one object a line', () => {
  it('gives the columns that any of them has, inner ones with a dot, and names broken lines', async () => {
    const file = await fileWith('h.ndjson', '{"id":1,"customer":{"name":"甲"},"tags":["a","b"]}\n\n{"id":2,"received":"2019-04-25T09:32:09+08:00"\n{"id":3,"received":true}\n[1]');
    expect(await allOf(file)).toEqual({
      columns: ['id', 'customer.name', 'tags', 'received'],
      rows: [
        { row: 1, cells: { id: 1, 'customer.name': '甲', tags: 'a、b' } },
        { row: 3, cells: {}, broken: { zh: '这一行不是 JSON 对象', en: 'this line is no JSON object' } },
        { row: 4, cells: { id: 3, received: true } },
        { row: 5, cells: {}, broken: { zh: '这一行不是 JSON 对象', en: 'this line is no JSON object' } },
      ],
    });
  });
});

describe('a file that cannot be read', () => {
  it('is refused with the reason and what to do', async () => {
    expect(await refusalOf(join(folder, 'nowhere.csv'))).toBe('没有这个文件');
    expect(await refusalOf(folder)).toBe('这是一个文件夹，请写明文件');
    expect(await refusalOf(await fileWith('empty.csv', ''))).toBe('文件是空的');
    expect(await refusalOf(await fileWith('blank.csv', '\n\n'))).toBe('文件是空的：没有表头，也没有数据行');
    expect(await refusalOf(await fileWith('old.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])))).toContain('旧格式的工作簿');
    expect(await refusalOf(await fileWith('torn.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])))).toContain('文件可能损坏或有密码');
    expect(await refusalOf(await fileWith('broken.xlsx', 'PKnonsense'))).toContain('这不是 Excel 工作簿');
    expect(await refusalOf(await fileWith('export.xls', '<html><table><tr><td>编号</td></tr></table></html>'))).toContain('这是网页或 XML');
    expect(await refusalOf(await fileWith('a.csv', '编号\n1\n'), '汇总')).toContain('请去掉 --sheet');
    expect(await refusalOf(await fileWith('array.json', '[{"id":1}]'))).toContain('每行一个对象');
  });
});

describe('the name of a column', () => {
  it('is found in any width, case and spacing; the exact one first', () => {
    expect(columnNamed(['留言 时间', 'ＩＤ', 'id'], 'id')).toBe('id');
    expect(columnNamed(['ＩＤ'], 'id')).toBe('ＩＤ');
    expect(columnNamed(['留言  时间'], '留言 时间 ')).toBe('留言  时间');
    expect(columnNamed(['a'], 'b')).toBeNull();
  });
});
