import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import excel from 'exceljs';
import { silentLog } from '../log/index.ts';
import { settle } from './glyphs/settle.ts';
import { beginSheet, drawnCharacters, maskedPhone, maskedText, openPress } from './index.ts';
import { TooLong, type Thread } from './press/thread.ts';
import { harmless } from './sheets/cells.ts';

describe('the characters that can be printed', () => {
  it('are everyday Chinese, rare names, and the signs of forms', () => {
    for (const character of '王犇喆镕翀龘𬭊ABz09，。《》①⑳〓→') expect(drawnCharacters().has(character.codePointAt(0) ?? 0), character).toBe(true);
    expect(drawnCharacters().has(0x20bb7)).toBe(false);
  });

  it('stand for all others with a sign that is explained', () => {
    const { value, rare } = settle({ name: '𠮷先生', again: ['𠮷', '😀'] }, drawnCharacters());
    expect(value).toEqual({ name: '〓①先生', again: ['〓①', '〓②'] });
    expect(rare).toEqual(['〓① U+20BB7', '〓② U+1F600']);
  });

  it('lose control characters and joiners, and may break in runs that fill no line', () => {
    expect(settle('a\u0007b\u200dc\r\nd\te', drawnCharacters()).value).toBe('abc\nd    e');
    expect(settle('x'.repeat(50), drawnCharacters()).value.split('\u{200b}').map((run) => run.length)).toEqual([24, 24, 2]);
  });
});

describe('the press', () => {
  const LAYOUT = 'platform/documents/layouts/sheet.typ';
  const press = openPress({ log: silentLog });
  afterAll(() => press.close());

  it('sets a paper away from the thread that asks, and the same values twice as the same bytes', async () => {
    const [one, two] = [await press.print(LAYOUT, {}, 0), await press.print(LAYOUT, {}, 0)];
    expect(Buffer.from(one.pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(Buffer.from(two.pdf).equals(Buffer.from(one.pdf))).toBe(true);
  });

  it('refuses when too many wait, and takes a new thread after one that took too long', async () => {
    let started = 0;
    let stuck: ((error: Error) => void) | null = null;
    const start = (): Thread => {
      const first = ++started === 1;
      return { set: () => (first ? new Promise((_, reject) => { stuck = reject; }) : Promise.resolve({ pdf: new Uint8Array(), pages: 1 })), end: async () => undefined };
    };
    const small = openPress({ log: silentLog, waiting: 1, start });
    const waiting = small.print(LAYOUT, {}, 0);
    await expect(small.print(LAYOUT, {}, 0)).rejects.toMatchObject({ status: 503 });
    // The first one is handed to its thread in the next turn.
    await Promise.resolve();
    await Promise.resolve();
    (stuck as ((error: Error) => void) | null)?.(new TooLong('too long'));
    await expect(waiting).rejects.toMatchObject({ status: 503 });
    await expect(small.print(LAYOUT, {}, 0)).resolves.toMatchObject({ pages: 1 });
    expect(started).toBe(2);
  });

  it('says what is wrong with a layout that cannot be set', async () => {
    await expect(press.print('platform/documents/layouts/absent.typ', {}, 0)).rejects.toMatchObject({ name: 'NotSet' });
  });
});

describe('a cell', () => {
  it('is never a formula, in whatever disguise', () => {
    for (const formula of ['=1+1', '+86', '-1', '@x', '\t=1', ' =1', '＝1', '\u{feff}=1', '\r=1']) expect(harmless(formula)).toBe(`'${formula}`);
    for (const plain of ['138', '漏水-三楼', 'a=b', '', 12, null]) expect(harmless(plain)).toBe(plain);
  });
  it('holds no character that breaks the file, and no more than a cell may', () => {
    expect(harmless(`a\u0000b\u001f${'漏'.repeat(40_000)}`)).toHaveLength(32_767);
  });
});

describe('masks', () => {
  it('leave enough to recognise and too little to use', () => {
    expect([maskedPhone('13800002046'), maskedPhone('110'), maskedPhone('')]).toEqual(['138****2046', '****10', '']);
    expect([maskedText('王小明', 1), maskedText('𠮷野', 1), maskedText('王', 1), maskedText('', 1)]).toEqual(['王**', '𠮷**', '**', '']);
  });
});

describe('a sheet', () => {
  it('begins with the watermark and the titles, which stay while scrolling', async () => {
    const sheet = beginSheet({ name: '事项/投诉', watermark: '李敏 导出', columns: [{ title: '单号', width: 20 }, { title: '内容', width: 60 }] });
    sheet.add(['TS-1', '=1']);
    sheet.add([null, '🚰漏水']);
    const book = new excel.Workbook();
    await book.xlsx.read(Readable.from(Buffer.from(await sheet.finish())));
    const [found] = book.worksheets;
    expect(found?.name).toBe('事项 投诉');
    expect(found?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect([1, 2, 3, 4].map((row) => found?.getRow(row).getCell(2).value ?? found?.getRow(row).getCell(1).value)).toEqual(['李敏 导出', '内容', "'=1", '🚰漏水']);
  });
});
