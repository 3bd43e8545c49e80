import excel from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyTenant } from '#capabilities/audit/index.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../../../test/support/index.ts';
import { freshKey } from '../../../test/server/audit/history.ts';

const base = await testDatabase();
const product = await openProduct(base);
let care: Care;
let chief = '';

beforeAll(async () => {
  care = await arrangeCare(base, product);
  await product.person(care.tenant, { username: 'boss', positions: [], administrator: true, password: 'a long password' });
  chief = await product.signIn(care.slug, 'boss', 'a long password');
});

const HEAD = ['姓名', '电话', '小区', '房号', '交付日期', '保修'];
async function book(rows: readonly (readonly string[])[], head: readonly string[] = HEAD): Promise<string> {
  const made = new excel.Workbook();
  made.addWorksheet('表').addRows([[...head], ...rows.map((row) => [...row])]);
  return Buffer.from(await made.xlsx.writeBuffer()).toString('base64');
}
const ask = (path: string, payload?: object, as = chief) => product.ask({ method: payload || path.endsWith('undo') ? 'POST' : 'GET', url: `/api/customer-imports${path}`, ...(payload ? { payload } : {}) }, as);
const check = async (file: string, sheet = 'customers') => (await ask('/check', { sheet, file })).json();
const bring = async (file: string, sheet = 'customers') => {
  const { mapping } = await check(file, sheet);
  return ask('', { sheet, file, name: '客户.xlsx', mapping });
};
const count = async (table: string, where = 'true'): Promise<number> => (await base.owner<{ n: number }>({ text: `select count(*)::int as n from ${table} where tenant_id = $1 and ${where}`, values: [care.tenant] }))[0]?.n ?? -1;
const problems = async () => (await verifyTenant(base.database, { id: care.tenant, slug: care.slug }, (await freshKey()).publicKey)).problems.filter(({ kind }) => kind !== 'checkpoint');

describe('customers from Excel', () => {
  it('are counted before anything is written: what comes, what is there, what is wrong and why', async () => {
    const file = await book([['王明', '13800000001', '东苑', '1-101', '2024/5/1', '防水 2029-05-01'], ['王明', '13800000001', '东苑', '1-101', '', ''], ['李静', 'none', '东苑', '1-102', '昨天', '']]);
    const before = await count('event');
    expect(await check(file)).toMatchObject({ counts: { rows: 3, new: 1, same: 1, wrong: 1 }, lacking: [], left: [{ row: 4, is: 'wrong', cells: ['李静', 'none', '东苑', '1-102', '昨天', ''] }, { row: 3, is: 'same' }] });
    expect([await count('event'), await count('customer')]).toEqual([before, 0]);
  });

  it('come with their homes, a second time nothing comes, and they are found by their room', async () => {
    const file = await book([['王明', '13800000001', '东苑', '1-101', '2024/5/1', '防水 2029-05-01'], ['赵云', '13800000003', '西苑', '2-201', '', ''], ['李静', '号码', '', '', '', '']]);
    const first = await bring(file);
    expect([first.statusCode, first.json().counts]).toEqual([201, { rows: 3, new: 2, adds: 0, same: 0, wrong: 1 }]);
    expect((await bring(file)).json().counts).toEqual({ rows: 3, new: 0, adds: 0, same: 2, wrong: 1 });
    expect([await count('customer'), await count('house'), await count('warranty')]).toEqual([2, 2, 1]);
    const found = (await care.read('/api/customers?phone=13800000001')).json().items[0];
    expect((await care.read(`/api/customers/${found.id}`)).json()).toMatchObject({ project: '东苑', homes: [{ handedOver: '2024-05-01' }], warranties: [{ part: '防水', house: '东苑 1-101' }] });
    expect((await care.read(`/api/search?q=${encodeURIComponent('2-201')}`)).json().customers.items).toMatchObject([{ title: '赵云' }]);
    expect(await problems()).toEqual([]);
  });

  it('come once when three people import one sheet at the same moment', async () => {
    const before = await count('customer');
    const file = await book(Array.from({ length: 60 }, (_, at) => [`同时${at}`, `151000${10_000 + at}`, '', '', '', '']));
    const { mapping } = await check(file);
    const replies = await Promise.all([1, 2, 3].map(() => ask('', { sheet: 'customers', file, name: '客户.xlsx', mapping })));
    expect(replies.map((reply) => [reply.statusCode, reply.json().counts?.new]).toSorted()).toEqual([[201, 0], [201, 0], [201, 60]]);
    expect(await count('customer')).toBe(before + 60);
    expect(await problems()).toEqual([]);
  });

  it('come without the characters that no database takes, and a day of the year 0000 is named by its row', async () => {
    const file = await book([['_x0000_孙武', '13800000077', '', '', '', ''], ['孙膑', '13800000078', '东苑', '1-177', '0000-01-01', '']]);
    const reply = await bring(file);
    expect([reply.statusCode, reply.json().counts]).toEqual([201, { rows: 2, new: 1, adds: 0, same: 0, wrong: 1 }]);
    expect((await care.read('/api/customers?phone=13800000077')).json().items).toMatchObject([{ name: '孙武' }]);
  });

  it('is for administrators', async () => {
    expect((await ask('', undefined, care.as('manager'))).statusCode).toBe(403);
  });

  it('names the column that is missing, and imports nothing without it', async () => {
    const file = await book([['13800000001']], ['电话', '备注']);
    expect(await check(file)).toMatchObject({ lacking: ['name'], counts: { rows: 0 } });
    expect((await bring(file)).statusCode).toBe(422);
  });

  it('brings devices to their owners, and takes them back while nobody has written of them', async () => {
    const file = await book([['燃气表', 'S-1', '王明'], ['壁挂炉', 'S-2', '无名氏']], ['设备名称', '出厂编号', '客户']);
    const { id, counts } = (await bring(file, 'devices')).json();
    expect([counts, await count('device')]).toEqual([{ rows: 2, new: 1, adds: 0, same: 0, wrong: 1 }, 1]);
    expect((await ask(`/${id}/undo`)).json()).toEqual({ removed: 1, kept: 0 });
    expect(await count('device')).toBe(0);
    expect(await problems()).toEqual([]);
  });

  it('are taken back within 24 hours, but for those for whom something was registered since', async () => {
    const { id } = (await bring(await book([['甲一', '13811110001', '南苑', '1', '', '防水 2029-01-01'], ['乙二', '13811110002', '南苑', '2', '', '']]))).json();
    const used = (await care.read('/api/customers?phone=13811110002')).json().items[0].id;
    await care.receive({ customer: { id: used } });
    expect((await ask(`/${id}/undo`)).json()).toEqual({ removed: 3, kept: 2 });
    expect([await count('house', "community = '南苑'"), await count('warranty', "part = '防水' and until = '2029-01-01'"), (await care.read('/api/customers?phone=13811110001')).json().items]).toEqual([1, 0, []]);
    expect(await count('event_words', "words::text like '%甲一%'")).toBe(0);
    expect((await ask(`/${id}/undo`)).json().error).toBe('undone-before');
    expect((await ask('')).json().items.find((each: { id: string }) => each.id === id)).toMatchObject({ undone: true, kept: 2, undoUntil: null });
    expect(await problems()).toEqual([]);
  });

  it('cannot be taken back a day later', async () => {
    const { id } = (await bring(await book([['丙三', '13811110003', '', '', '', '']]))).json();
    product.clock.advance(86_400_001);
    chief = await product.signIn(care.slug, 'boss', 'a long password');
    expect((await ask(`/${id}/undo`)).json().error).toBe('too-late');
  });

  it('of 3,200 households come in seconds, and a failure half-way leaves none of them', async () => {
    const file = await book(Array.from({ length: 3200 }, (_, n) => [`住户${n}`, `139${String(n).padStart(8, '0')}`, '大苑', `${n}`, '2024-05-01', '防水 2029-05-01；外窗 2026-05-01']));
    const { mapping } = await check(file);
    const before = await count('customer');
    await base.owner({ text: "alter table imported add constraint never check (thing <> 'warranty') not valid", values: [] });
    expect((await ask('', { sheet: 'customers', file, name: 'x', mapping })).statusCode).toBe(500);
    await base.owner({ text: 'alter table imported drop constraint never', values: [] });
    expect([await count('customer'), await count('house', "community = '大苑'")]).toEqual([before, 0]);
    const begun = performance.now();
    expect((await ask('', { sheet: 'customers', file, name: 'x', mapping })).json().counts).toEqual({ rows: 3200, new: 3200, adds: 0, same: 0, wrong: 0 });
    const took = performance.now() - begun;
    expect([await count('customer'), await count('house', "community = '大苑'")]).toEqual([before + 3200, 3200]);
    expect(took).toBeLessThan(30_000);
    const last = (await ask('')).json().items[0];
    expect((await ask(`/${last.id}/undo`)).json()).toEqual({ removed: 3200 * 4, kept: 0 });
    expect(await problems()).toEqual([]);
  }, 120_000);
});

describe('an import beside what people write', () => {
  it('of homes that are written down by hand at the same moment brings them, or the importer hears that files are changing: never a failure', async () => {
    const beside = await arrangeCare(base, product, 'beside');
    await product.person(beside.tenant, { username: 'boss', positions: [], administrator: true, password: 'a long password' });
    const as = await product.signIn(beside.slug, 'boss', 'a long password');
    const owner = (await beside.receive({ customer: { name: '手写', phone: '15200000001' } })).json().customer.id;
    for (let at = 0; at < 6; at++) {
      const file = await book(Array.from({ length: 40 }, (_, n) => [`同码${at}-${n}`, `1530${at}00${1_000 + n}`, '南苑', `${at}-${n + 100}`, '', '']));
      const { mapping } = (await ask('/check', { sheet: 'customers', file }, as)).json();
      const byHand = Array.from({ length: 8 }, (_, n) => product.ask({ method: 'POST', url: `/api/customers/${owner}/houses`, payload: { community: '南苑', code: `${at}-${n * 5 + 100}` } }, beside.as('agent')));
      const [brought, ...written] = await Promise.all([ask('', { sheet: 'customers', file, name: '客户.xlsx', mapping }, as), ...byHand]);
      expect([brought?.statusCode === 201 || brought?.statusCode === 409, brought?.body]).toEqual([true, brought?.body]);
      expect(written.map((reply) => reply.statusCode).filter((status) => status !== 201 && status !== 409)).toEqual([]);
    }
  }, 60_000);
});

describe('the list of imports', () => {
  it('names no file any more when somebody of it is erased', async () => {
    const file = await book([['尉迟消逝', '13700007531', '', '', '', ''], ['常在', '13700007532', '', '', '', '']]);
    const { mapping } = await check(file);
    expect((await ask('', { sheet: 'customers', file, name: '尉迟消逝.xlsx', mapping })).statusCode).toBe(201);
    // Days have passed since the agent signed in.
    const agent = await product.signIn(care.slug, 'agent', 'a long password');
    const { id } = (await product.ask({ url: '/api/customers?phone=13700007531' }, agent)).json().items[0];
    expect((await ask('')).body).toContain('尉迟消逝');
    expect((await product.ask({ method: 'POST', url: `/api/customers/${id}/erase`, payload: { reason: '本人要求' } }, chief)).statusCode).toBe(200);
    expect((await ask('')).body).not.toContain('尉迟消逝');
    expect((await ask('')).json().items[0]).toMatchObject({ file: '….xlsx' });
  });
});
