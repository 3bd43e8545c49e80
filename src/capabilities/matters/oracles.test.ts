import { Readable } from 'node:stream';
import excel from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyTenant } from '#capabilities/audit/index.ts';
import { freshKey } from '../../../test/server/audit/history.ts';
import { pdfPages } from '../../../test/support/pdf-text.ts';
import { arrangeCare, openProduct, testDatabase } from '../../../test/support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
afterAll(() => product.context.papers.press.close());
const care = await arrangeCare(base, product);

const WHO = { name: '欧阳隐居', phone: '13700002468', address: '7-1-2468' };
const SECRETS = [WHO.name, WHO.phone, WHO.address];
const theirs = (await care.receive({ content: '楼上夜里很吵', customer: WHO })).json();
const his = (await care.receive({ content: '水管漏水', customer: { name: '慕容晓', phone: '13900003333', address: '9-1-0101' } })).json();
expect((await care.act(his.id, 'agent', { act: 'forward', fields: { to: 'engineering' } })).statusCode).toBe(200);
const stands = (body: string): readonly string[] => SECRETS.filter((secret) => body.includes(secret));

describe('putting a record right', () => {
  const dry = (matter: string, act: string, customer: unknown, who: string, query = '?dry=1') =>
    product.ask({ method: 'POST', url: `/api/matters/${matter}/acts${query}`, payload: { act, fields: { customer, reason: '登记时听错了' } } }, care.as(who));

  it.each([['correct', theirs.customer.id], ['correct', WHO.phone], ['correct', { name: WHO.name, phone: WHO.phone }], ['correct', { phone: WHO.phone }], ['complete-record', theirs.customer.id]])('reads to nobody a customer whose file he may not open, tried or done: %s %s', async (act, customer) => {
    for (const query of ['?dry=1', '']) for (const matter of [his.id, theirs.id]) {
      const reply = await dry(matter, act, customer, 'engineer', query);
      expect([reply.statusCode, stands(reply.body)]).toEqual([403, []]);
    }
    expect((await care.read(`/api/matters/${his.id}`)).json().customer.name).toBe('慕容晓');
  });

  it('is still done by those who take calls or lead, and to a caller nobody knows yet by whoever works on the matter', async () => {
    for (const who of ['agent', 'manager']) expect((await dry(his.id, 'correct', WHO.phone, who)).json().matter.customer).toMatchObject(WHO);
    expect((await dry(his.id, 'correct', { name: '新来的', phone: '13700009999' }, 'engineer')).json().matter.customer).toMatchObject({ name: '新来的' });
  });
});

describe('what is owed', () => {
  it('is listed with the place masked, and shown in full to whoever has a part in it', async () => {
    const owed = async (who: string) => (await care.read('/api/obligations', who)).json().items.map((each: { matter: { id: string; subject: string } }) => each.matter);
    const subjects = async (who: string, id: string): Promise<readonly string[]> => [...new Set<string>((await owed(who)).flatMap((each: { id: string; subject: string }) => (each.id === id ? [each.subject] : [])))];
    expect([await subjects('engineer', theirs.id), await subjects('engineer', his.id)]).toEqual([['7-** 楼上夜里很吵'], ['9-1-0101 水管漏水']]);
    expect(await subjects('agent', theirs.id)).toEqual(['7-1-2468 楼上夜里很吵']);
  });

  it('leaves as a sheet in the same words', async () => {
    const asked = (await product.ask({ method: 'POST', url: '/api/exports', payload: { list: 'obligations' } }, care.as('engineer'))).json();
    const book = new excel.Workbook();
    await book.xlsx.read(Readable.from((await product.ask({ url: `/api/exports/${asked.id}/file` }, care.as('engineer'))).rawPayload));
    const cells = JSON.stringify(book.worksheets[0]?.getSheetValues());
    expect([stands(cells), cells.includes('7-** 楼上夜里很吵')]).toEqual([[], true]);
  });
});

describe('what a matter may be merged into', () => {
  const offered = async (who: string, id: string) => {
    const merge = (await care.read(`/api/matters/${id}/acts`, who)).json().find((each: { act: string }) => each.act === 'merge');
    return { allowed: merge.allowed, values: JSON.stringify(merge.asks.find((each: { name: string }) => each.name === 'into').values) };
  };

  it('is offered to whoever may merge, in the words of his lists', async () => {
    const beside = (await care.receive({ content: '楼上夜里很吵', customer: { name: '司马藏', phone: '13700002469', address: WHO.address } })).json();
    const lead = await offered('agent', beside.id);
    expect([lead.allowed, lead.values.includes(`${theirs.number} ${WHO.address}`)]).toEqual([true, true]);
    for (const id of [beside.id, his.id]) expect(stands(JSON.stringify(await offered('engineer', id)))).toEqual([]);
    expect(await offered('engineer', beside.id)).toEqual({ allowed: false, values: '[]' });
  });
});

describe('the hand-over sheet of a unit', () => {
  it('names to whoever neither takes calls nor leads no customers but those whose matters lie with the unit, drawn or signed', async () => {
    const sheetFor = async (path: string, who: string): Promise<string> => {
      const reply = await care.read(path, who);
      expect([path, who, reply.statusCode]).toEqual([path, who, 200]);
      return reply.body;
    };
    const signed = (await product.ask({ method: 'POST', url: '/api/handovers', payload: { unit: 'engineering' } }, care.as('manager'))).json();
    for (const path of ['/api/handovers/sheet?unit=engineering', `/api/handovers/${signed.id}`]) {
      const body = await sheetFor(path, 'engineer');
      expect([stands(body), body.includes('慕容晓'), body.includes('欧**'), body.includes('7-** 楼上夜里很吵')]).toEqual([[], true, true, true]);
      expect(stands(await sheetFor(path, 'manager'))).toEqual([WHO.name, WHO.address]);
    }
    expect(stands((await pdfPages((await care.read('/api/handovers/sheet/paper?unit=engineering', 'engineer')).rawPayload)).join('\n'))).toEqual([]);
  });
});

describe('a customer’s file', () => {
  const things: readonly (readonly ['PUT' | 'POST', string, object])[] = [['PUT', '', { name: '改' }], ['POST', '/devices', { name: '空调' }], ['POST', '/houses', { community: '南苑', code: '1-101' }], ['POST', '/warranties', { part: '防水', until: '2029-01-01' }]];
  it.each(things)('is not written by whoever may not read it: %s %s', async (method, path, payload) => {
    const write = (customer: string, who: string) => product.ask({ method, url: `/api/customers/${customer}${path}`, payload }, care.as(who));
    expect((await write(theirs.customer.id, 'engineer')).statusCode).toBe(403);
    expect((await care.read(`/api/customers/${theirs.customer.id}`)).json()).toMatchObject({ ...WHO, devices: [], homes: [], warranties: [] });
    expect((await write(his.customer.id, 'engineer')).statusCode).toBeLessThan(300);
  });

  it('that is erased at the moment a matter is corrected to it leaves no name behind', async () => {
    await product.person(care.tenant, { username: 'chief', positions: [], administrator: true, password: 'a long password' });
    const chief = await product.signIn(care.slug, 'chief', 'a long password');
    for (let round = 0; round < 8; round++) {
      const gone = (await care.receive({ content: '误登', customer: { name: `钟离${round}`, phone: `1380000900${round}`, address: `3-3-000${round}` } })).json();
      expect((await care.act(gone.id, 'manager', { act: 'void', fields: { reason: '误登' } })).statusCode).toBe(200);
      const matter = (await care.receive({ content: '灯不亮', customer: { name: '王', phone: '13800008888' } })).json();
      const [erased, corrected] = await Promise.all([
        product.ask({ method: 'POST', url: `/api/customers/${gone.customer.id}/erase`, payload: { reason: '本人要求' } }, chief),
        care.act(matter.id, 'agent', { act: 'correct', fields: { customer: gone.customer.id, reason: '听错了' } }),
      ]);
      expect([erased.statusCode, corrected.statusCode].filter((status) => status === 200)).toHaveLength(1);
      if (erased.statusCode === 200) expect((await care.read('/api/matters')).body).not.toContain(`钟离${round}`);
    }
  });

  it('that is erased leaves neither his name nor his door in what was corrected in his matters, and the chain verifies', async () => {
    const chief = await product.signIn(care.slug, 'chief', 'a long password');
    const gone = (await care.receive({ content: '电灯坏了', customer: { name: '司空错', phone: '13800009191', address: '4-4-8642' } })).json();
    const other = { name: '令狐亡', phone: '13800009292', address: '4-4-8643' };
    for (const payload of [{ act: 'correct', fields: { customer: other, reason: '错人' } }, { act: 'correct', fields: { where: '4-4-8643西', reason: '东西户听错' } }, { act: 'void', fields: { reason: '误登' } }]) {
      const reply = await care.act(gone.id, 'manager', payload);
      expect([payload.act, reply.statusCode, reply.statusCode === 200 ? '' : reply.body]).toEqual([payload.act, 200, '']);
    }
    const before = (await care.read(`/api/matters/${gone.id}/events`)).body;
    expect(['令狐亡', '司空错', '4-4-8643西', '误登'].every((word) => before.includes(word))).toBe(true);
    const { customer } = (await care.read(`/api/matters/${gone.id}`)).json();
    expect((await product.ask({ method: 'POST', url: `/api/customers/${customer.id}/erase`, payload: { reason: '本人要求' } }, chief)).statusCode).toBe(200);
    const after = (await care.read(`/api/matters/${gone.id}/events`)).body;
    expect(['令狐亡', '司空错', '4-4-864'].filter((word) => after.includes(word))).toEqual([]);
    expect(after).toContain('误登');
    const { problems } = await verifyTenant(base.database, { id: care.tenant, slug: care.slug }, (await freshKey()).publicKey);
    expect(problems.filter(({ kind }) => kind !== 'checkpoint')).toEqual([]);
  });
});
