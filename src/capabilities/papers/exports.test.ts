import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import excel from 'exceljs';
import { arrangeCare, openProduct, testDatabase, type Care } from '../../../test/support/index.ts';
import { uuidv7 } from '../../platform/db/index.ts';
import { startExports } from './index.ts';

const base = await testDatabase();
const product = await openProduct(base);
afterAll(() => product.context.papers.press.close());
let care: Care;

const ask = (payload: object, who = 'agent', query = '', headers = {}) => product.ask({ method: 'POST', url: `/api/exports${query}`, payload, headers }, care.as(who));
async function sheetOf(id: string, who = 'agent'): Promise<string[][]> {
  const reply = await product.ask({ method: 'GET', url: `/api/exports/${id}/file` }, care.as(who));
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
  const book = new excel.Workbook();
  await book.xlsx.read(Readable.from(reply.rawPayload));
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((cell) => String(cell ?? ''))));
  return rows;
}
const exported = async (payload: object, who = 'agent'): Promise<string[][]> => sheetOf((await ask(payload, who)).json().id, who);

beforeAll(async () => {
  care = await arrangeCare(base, product);
  await care.receive({ content: '=HYPERLINK("http://evil.example","点我")', customer: { name: '@SUM(A1)', phone: '13800002046', address: '-3-2-1201' } });
  await care.receive({ content: '\t+cmd|calc', customer: { name: '李先生', phone: '13900003057' } });
});

describe('a list', () => {
  it('leaves as xlsx with a line saying who took it, when, and how it was narrowed', async () => {
    const [first, titles, ...rows] = await exported({ list: 'matters', filter: { kind: 'complaint', open: 'true' } });
    expect(first?.[0]).toBe('agent（agent）2026-03-02 09:00 导出 · 事项 · 筛选：种类=投诉，未结=是 · 内部资料，注意保密');
    expect(titles?.slice(0, 6)).toEqual(['单号', '种类', '级别', '客户', '电话', '位置']);
    expect(rows.length).toBe(2);
  });

  it('of customers names them to those who take calls or lead, and masks them to others', async () => {
    const [open, masked] = [await exported({ list: 'customers' }), await exported({ list: 'customers' }, 'engineer')];
    expect(open.slice(2).map((row) => row.slice(0, 2))).toContainEqual(['李先生', '13900003057']);
    expect(masked.slice(2).map((row) => row.slice(0, 2))).toContainEqual(['李**', '139****3057']);
  });

  it('carries no formula, whatever people wrote', async () => {
    const rows = (await exported({ list: 'matters' })).slice(2).flat();
    expect(rows).toContain('\'=HYPERLINK("http://evil.example","点我")');
    expect(rows).toContain("'@SUM(A1)");
    expect(rows).toContain("'-3-2-1201");
    expect(rows.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  });

  it('names customers in full to those who take calls or lead, and masked to others', async () => {
    const masked = await exported({ list: 'matters' }, 'engineer');
    expect(masked[0]?.[0]).toContain('客户信息已遮盖');
    expect(masked.flat()).toContain('138****2046');
    expect(masked.flat().some((cell) => cell.includes('13800002046') || cell === '李先生')).toBe(false);
    for (const who of ['agent', 'manager']) expect((await exported({ list: 'matters' }, who)).flat()).toContain('13800002046');
  });

  it('of contacts finds nothing by what stands under the mask, and neither does a count of its rows', async () => {
    for (const search of ['李先生', '1201', '李']) expect([search, (await ask({ list: 'contacts', filter: { search } }, 'engineer')).json().rows, (await ask({ list: 'contacts', filter: { search } })).json().rows]).toEqual([search, 0, 1]);
    expect((await exported({ list: 'contacts' }, 'engineer')).flat()).toContain('139****3057');
  });

  it('asked for again at once or within a minute is the same file, and a new one later', async () => {
    const payload = { list: 'matters', filter: { open: 'true' } };
    const ids = async (): Promise<ReadonlySet<string>> => new Set(await Promise.all(Array.from({ length: 6 }, async () => (await ask(payload)).json().id as string)));
    const first = await ids();
    expect(first.size).toBe(1);
    product.clock.advance(59_000);
    expect(await ids()).toEqual(first);
    product.clock.advance(2_000);
    expect(await ids()).not.toEqual(first);
    expect((await ask({ ...payload, filter: { open: 'false' } })).json().id).not.toBe([...await ids()][0]);
    product.clock.advance(-61_000);
  });

  it('is taken only by those who may open its page, and with filters it knows', async () => {
    expect((await ask({ list: 'refusals' })).statusCode).toBe(403);
    expect((await ask({ list: 'refusals' }, 'manager')).statusCode).toBe(201);
    expect((await ask({ list: 'people' }, 'manager')).statusCode).toBe(403);
    expect((await ask({ list: 'nothing' })).statusCode).toBe(404);
    expect((await ask({ list: 'matters', filter: { colour: 'red' } })).statusCode).toBe(422);
  });

  it('is every list of the product: obligations, the desk, notices, too', async () => {
    for (const list of ['obligations', 'desk', 'notices']) expect((await exported({ list })).length).toBeGreaterThanOrEqual(2);
    expect((await exported({ list: 'obligations' })).flat()).toContain((await care.read('/api/obligations')).json().items[0].title);
  });

  it('is counted in a dry run without leaving a trace', async () => {
    const count = async () => (await base.owner<{ count: number }>({ text: 'select count(*)::int as count from export_job', values: [] }))[0]?.count;
    const before = await count();
    expect((await ask({ list: 'matters' }, 'agent', '?dry=1')).json()).toMatchObject({ id: null, rows: 2, background: false });
    expect(await count()).toBe(before);
  });

  it('is one export for one key, with one event, and can be fetched by nobody else', async () => {
    const events = async () => (await base.owner<{ count: number }>({ text: "select count(*)::int as count from event where tenant_id = $1 and type = 'exported'", values: [care.tenant] }))[0]?.count ?? -1;
    const before = await events();
    product.clock.advance(61_000);
    const key = { 'idempotency-key': 'export-once' };
    const [first, again] = [await ask({ list: 'matters' }, 'agent', '', key), await ask({ list: 'matters' }, 'agent', '', key)];
    expect([first.statusCode, again.json()]).toEqual([201, first.json()]);
    expect(await events()).toBe(before + 1);
    expect((await product.ask({ url: `/api/exports/${first.json().id}/file` }, care.as('manager'))).statusCode).toBe(404);
    expect((await product.ask({ url: `/api/exports/${first.json().id}` }, care.as('manager'))).statusCode).toBe(404);
  });
});

describe('a long list', () => {
  const LONG = 6_000;

  beforeAll(async () => {
    const [model] = await base.owner<{ id: string }>({ text: 'select id from matter where tenant_id = $1 order by received_at limit 1', values: [care.tenant] });
    await base.owner({
      text: `insert into matter (tenant_id, id, kind, policy, policy_version, number, channel, subject, content, customer_id, customer_name, stage, severity, state, version, seq, head, received_at, ended)
        select tenant_id, gen_random_uuid(), kind, policy, policy_version, 'X-' || n, channel, subject, content, customer_id, customer_name, stage, severity, state, version, seq, head, received_at - n * interval '1 minute', ended
        from matter, generate_series(1, ${LONG}) n where tenant_id = $1 and id = $2`,
      values: [care.tenant, model?.id ?? uuidv7()],
    });
  });

  it('is made in the background, says how far it is, and is gone after a day', async () => {
    product.clock.advance(61_000);
    const asked = (await ask({ list: 'matters' })).json();
    expect(asked).toMatchObject({ state: 'waiting', background: true, until: null });
    expect((await product.ask({ url: `/api/exports/${asked.id}/file` }, care.as('agent'))).statusCode).toBe(404);
    // Pressed twice, from another window too: the one under way, and nobody else's.
    expect((await ask({ list: 'matters' })).json().id).toBe(asked.id);
    expect((await ask({ list: 'matters', filter: { open: true } })).json().id).not.toBe(asked.id);
    const masked = (await ask({ list: 'matters' }, 'engineer')).json();
    expect(masked).toMatchObject({ state: 'waiting', personal: false });
    const loop = startExports(product.context);
    await loop.settle();
    const done = (await care.read(`/api/exports/${asked.id}`)).json();
    expect([done.personal, (await care.read(`/api/exports/${masked.id}`, 'engineer')).json().personal]).toEqual([true, false]);
    expect(done).toMatchObject({ state: 'done', rows: LONG + 2, background: false, until: expect.stringContaining('2026-03-03T09:0') });
    expect((await sheetOf(asked.id)).length).toBe(LONG + 4);
    expect((await care.read('/api/exports')).json().items[0].id).toBe(asked.id);
    product.clock.advance(24 * 3_600_000);
    await loop.settle();
    await loop.stop();
    // A day later one signs in again.
    const agent = await product.signIn(care.slug, 'agent', 'a long password');
    expect((await product.ask({ url: `/api/exports/${asked.id}/file` }, agent)).statusCode).toBe(404);
    expect(await base.owner({ text: 'select 1 from kept_file', values: [] })).toEqual([]);
  });

  it('comes to nothing when its person has left meanwhile', async () => {
    const specialist = await product.signIn(care.slug, 'specialist', 'a long password');
    const asked = (await product.ask({ method: 'POST', url: '/api/exports', payload: { list: 'matters' } }, specialist)).json();
    await base.owner({ text: 'update person set left_at = now() where tenant_id = $1 and id = $2', values: [care.tenant, care.ids['specialist']] });
    const loop = startExports(product.context);
    await loop.settle();
    await loop.stop();
    const [job] = await base.owner<{ state: string; file_id: string | null }>({ text: 'select state, file_id from export_job where id = $1', values: [asked.id] });
    expect(job).toEqual({ state: 'failed', file_id: null });
  });
});
