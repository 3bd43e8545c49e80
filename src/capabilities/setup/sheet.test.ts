import { crc32 } from 'node:zlib';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readSheet } from './server/sheet.ts';

/** A packed file of parts that are stored as they are. */
function packed(parts: Readonly<Record<string, string>>): string {
  const heads: Buffer[] = [];
  const bodies: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    heads.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), common, place, Buffer.from(name));
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), content);
    at += 30 + Buffer.byteLength(name) + content.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]).toString('base64');
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const book = (rows: string, after = ''): string => packed({
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${SHEET}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
});
const HEAD = `<row r="1">${cell('A1', '姓名')}${cell('B1', '账号')}</row><row r="2">${cell('A2', '张敏')}${cell('B2', 'zhangmin')}</row>`;

describe('a sheet of people', () => {
  it('is the first with anything in it, whatever it is called', async () => {
    const book = new excel.Workbook();
    book.addWorksheet('说明');
    book.addWorksheet('名单').addRows([['姓名', '账号'], ['张敏', 'zhang']]);
    const { header, rows } = await readSheet(Buffer.from(await book.xlsx.writeBuffer()).toString('base64'));
    expect([header, rows.map(({ cells }) => cells)]).toEqual([['姓名', '账号'], [['张敏', 'zhang']]]);
  });

  it('is read by its lines', async () => {
    expect(await readSheet(book(HEAD))).toEqual({ header: ['姓名', '账号'], rows: [{ row: 2, cells: ['张敏', 'zhangmin'] }], samples: [] });
  });

  it('does not hold anybody up when its last row calls itself the billionth', async () => {
    const begun = performance.now();
    expect((await readSheet(book(`${HEAD}<row r="999999999">${cell('A999999999', 'x')}${cell('B999999999', 'y')}</row>`))).rows.map((line) => line.row)).toEqual([2]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('does not hold anybody up when all its cells are merged into one', async () => {
    const begun = performance.now();
    expect((await readSheet(book(HEAD, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'))).rows).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('that is none is refused with what to do', async () => {
    await expect(readSheet(Buffer.from('姓名,账号').toString('base64'))).rejects.toMatchObject({ status: 422 });
  });
});
