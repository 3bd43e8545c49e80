import { describe, expect, it } from 'vitest';
import { columnsIn } from '../columns.ts';
import { dayIn, partsIn } from './cells.ts';
import { lookAtRows } from './look.ts';
import { countLooked, NOTHING_KNOWN, type CustomerMapping, type Ground, type Looked } from './plan.ts';
import { SHEETS, TEMPLATES, type CustomerSheetName } from './sheets.ts';

const look = (sheet: CustomerSheetName, header: readonly string[], rows: readonly (readonly string[])[], ground: Ground = NOTHING_KNOWN): readonly Looked[] =>
  lookAtRows(sheet, { rows: rows.map((cells, at) => ({ row: at + 2, cells })) }, columnsIn(SHEETS[sheet], header) as CustomerMapping, ground);
const HEAD = ['业主', '手机号', '小区', '房号', '交房日期', '保修'];
const outcome = (rows: readonly Looked[]): string[] => rows.map((row) => `${row.is}${row.is === 'new' ? `:${row.steps.map(({ is }) => is).join()}` : ''}`);
const WANG = { id: 'w', name: '王明', phone: '13800000001', address: '东苑' };

describe('a day in a cell', () => {
  it.each([['2024-05-01', '2024-05-01'], ['2024/5/1', '2024-05-01'], ['2024年5月1日', '2024-05-01'], ['2024.5.1', '2024-05-01'], ['20240501', '2024-05-01'], ['２０２４-０５-０１', '2024-05-01'], ['', null], ['2024-02-30', undefined], ['五月', undefined], ['45413', undefined]])('%s is %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
});

describe('warranties in a cell', () => {
  it('are parts with their last days', () => {
    expect(partsIn('防水 2029-05-01；外窗到2026/5/1;')).toEqual({ parts: [{ part: '防水', until: '2029-05-01' }, { part: '外窗', until: '2026-05-01' }] });
    expect(partsIn('')).toEqual({ parts: [] });
    expect(partsIn('防水五年')).toEqual({ wrong: '防水五年' });
  });
});

describe('a sheet of customers', () => {
  it('brings a customer with his home and its warranties in one row', () => {
    expect(outcome(look('customers', HEAD, [['王明', '138 0000 0001', '东苑', '1-101', '2024/5/1', '防水 2029-05-01']]))).toEqual(['new:customer,house,warranty']);
  });

  it('takes a second home of the same customer as his, and the same line twice as repeated', () => {
    const row = ['王明', '13800000001', '东苑', '1-101', '', ''];
    expect(outcome(look('customers', HEAD, [row, ['王明', '+86 13800000001', '东苑', '1-102', '', ''], row]))).toEqual(['new:customer,house', 'new:house', 'same']);
  });

  it('leaves who is there alone, brings a home he lacks, and keeps a family with one phone apart', () => {
    const ground: Ground = { customers: [WANG], homes: [{ id: 'h', community: '东苑', code: '1-101', owner: 'w', ownerName: '王明' }], devices: [] };
    expect(outcome(look('customers', HEAD, [['王明', '13800000001', '东苑', '1-101', '', ''], ['王明', '13800000001', '东苑', '1-103', '', ''], ['王丽', '13800000001', '', '', '', '']], ground))).toEqual(['same', 'new:house', 'new:customer']);
  });

  it('counts who is there as there, also where his row brings a home, and finds him again by his address where no number is known of him', () => {
    const unnumbered = { ...WANG, id: 'u', name: '孙晴', phone: '', address: '西苑 3-301' };
    const ground: Ground = { customers: [WANG, unnumbered], homes: [], devices: [] };
    const rows = look('customers', ['姓名', '电话', '地址', '房号'], [['王明', '13800000001', '', '1-103'], ['孙晴', '13900000007', '西苑 3-301', ''], ['李静', '13900000001', '', '']], ground);
    expect(outcome(rows)).toEqual(['new:house', 'same', 'new:customer']);
    expect(countLooked('customers', rows)).toEqual({ rows: 3, new: 2, adds: 1, same: 1, wrong: 0 });
  });

  it('gives an empty home its owner, and tells whose a home is that has one', () => {
    const ground: Ground = { customers: [WANG], homes: [{ id: 'h', community: '东苑', code: '1-101', owner: null, ownerName: '' }, { id: 'i', community: '东苑', code: '1-102', owner: 'w', ownerName: '王明' }], devices: [] };
    const rows = look('customers', HEAD, [['李静', '13900000001', '东苑', '1-101', '', ''], ['李静', '13900000001', '东苑', '1-102', '', '']], ground);
    expect(outcome(rows)).toEqual(['new:customer,move', 'wrong']);
    expect(rows[1]).toMatchObject({ why: [{ zh: expect.stringContaining('王明') }] });
  });

  it('tells all that is wrong with a row, and brings nothing of it', () => {
    const rows = look('customers', HEAD, [['', '138x', '', '', '昨天', ''], ['赵', '', '', '', '', ''], ['钱', '13800000009', '东苑', '9', '昨天', '防水']]);
    expect(rows.map((row) => (row.is === 'wrong' ? row.why.length : 0))).toEqual([3, 1, 2]);
    expect(countLooked('customers', rows)).toEqual({ rows: 3, new: 0, adds: 0, same: 0, wrong: 3 });
  });
});

describe('a sheet of homes', () => {
  const head = ['项目', '房号', '户号', '业主', '电话'];
  it('brings homes with an owner or without, and refuses an owner nobody knows or several are', () => {
    const ground: Ground = { customers: [WANG, { ...WANG, id: 'v', phone: '13800000002' }], homes: [], devices: [] };
    expect(outcome(look('houses', head, [['东苑', '1', '', '', ''], ['东苑', '2', '1002', '王明', '13800000001'], ['东苑', '3', '', '无名', ''], ['东苑', '4', '', '王明', ''], ['东苑', '1', '', '', ''], ['东苑', '', '', '', '']], ground)))
      .toEqual(['new:house', 'new:house', 'wrong', 'wrong', 'same', 'wrong']);
  });
});

describe('a sheet of devices', () => {
  const head = ['设备名称', '出厂编号', '客户', '房号', '项目', '三包期'];
  const ground: Ground = { customers: [WANG], homes: [{ id: 'h', community: '东苑', code: '1', owner: 'w', ownerName: '王明' }], devices: [{ serial: 'S1', name: '表', model: '', customer: 'w' }] };
  it('finds whose they are by name or home, and knows a serial number again', () => {
    expect(outcome(look('devices', head, [['表', 'S2', '', '1', '东苑', '2027-01-01'], ['炉', '', '王明', '', '', ''], ['表', 'S1', '王明', '', '', ''], ['炉', '', '王明', '', '', ''], ['表', 'S3', '', '', '', ''], ['表', 'S4', '', '9', '东苑', '']], ground)))
      .toEqual(['new:device', 'new:device', 'same', 'same', 'wrong', 'wrong']);
  });
});

describe('the templates', () => {
  it.each(['customers', 'houses', 'devices'] as const)('of %s are understood by their own heads, and have three examples of the right length', (sheet) => {
    const { header, examples } = TEMPLATES[sheet];
    const mapping = columnsIn(SHEETS[sheet], header);
    expect(SHEETS[sheet].columns.filter((column) => mapping[column] === null && column !== 'address')).toEqual([]);
    expect(examples.map((example) => example.length)).toEqual([header.length, header.length, header.length]);
  });

  it('bring what stands in them, one after the other', () => {
    expect(outcome(look('customers', TEMPLATES.customers.header, TEMPLATES.customers.examples)).every((each) => each.startsWith('new'))).toBe(true);
  });
});
