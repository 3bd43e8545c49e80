import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyTenant } from '#capabilities/audit/index.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../../../test/support/index.ts';
import { freshKey } from '../../../test/server/audit/history.ts';
import type { CustomerCard } from './contract.ts';

const base = await testDatabase();
const product = await openProduct(base);
let care: Care;
let chief = '';
let customer = '';
let made = 0;

beforeAll(async () => {
  care = await arrangeCare(base, product);
  await product.person(care.tenant, { username: 'boss', positions: [{ position: 'cs-staff', unit: null }], administrator: true, password: 'a long password' });
  chief = await product.signIn(care.slug, 'boss', 'a long password');
});
beforeEach(async () => {
  made += 1;
  const phone = `1390000${String(1000 + made)}`;
  const matter = (await care.receive({ customer: { name: '王女士', phone, address: `9-1-${made}01` } })).json();
  customer = matter.customer.id;
});

const ask = (method: 'POST' | 'PUT', path: string, payload?: object, as = care.as('agent')) => product.ask({ method, url: `/api/customers/${path}`, ...(payload ? { payload } : {}) }, as);
const card = async (id = customer): Promise<CustomerCard> => (await care.read(`/api/customers/${id}`)).json();
const add = async (thing: string, payload: object, id = customer): Promise<string> => {
  const reply = await ask('POST', `${id}/${thing}`, payload);
  expect([reply.statusCode, reply.body]).toEqual([201, expect.any(String)]);
  return reply.json().id;
};
const history = async (id = customer): Promise<string[]> => (await care.read(`/api/customers/${id}/history`)).json().items.map((each: { type: string }) => each.type).toReversed();
const problems = async () => (await verifyTenant(base.database, { id: care.tenant, slug: care.slug }, (await freshKey()).publicKey)).problems.filter(({ kind }) => kind !== 'checkpoint' && kind !== 'projection');

describe('what a customer has', () => {
  it('is added, changed and ended, each leaves its event in his stream, and the chain verifies', async () => {
    const home = await add('houses', { community: '东苑', code: `9-1-${made}01`, handedOver: '2024-05-01', occupancy: '装修中' });
    const device = await add('devices', { name: '燃气表', model: 'G4', serial: '88-1', houseId: home, warrantyUntil: '2026-03-01' });
    const contract = await add('contracts', { number: 'HT-1', about: '物业服务', beginsOn: '2025-01-01', until: '2026-12-31' });
    await add('warranties', { part: '防水', until: '2026-03-02', houseId: home });
    expect((await ask('PUT', `${customer}/devices/${device}`, { name: '燃气表', model: 'G6', serial: '88-1', houseId: home, warrantyUntil: '2027-03-01' })).statusCode).toBe(200);
    expect((await ask('POST', `${customer}/contracts/${contract}/end`, { on: '2026-03-01' })).statusCode).toBe(200);
    expect(await card()).toMatchObject({
      project: '东苑', houses: [`东苑 9-1-${made}01`], homes: [{ handedOver: '2024-05-01', occupancy: '装修中' }], devices: [{ model: 'G6', over: false }], contracts: [{ standing: 'ended', endedOn: '2026-03-01' }],
      warranties: [{ part: '防水', over: false, house: `东苑 9-1-${made}01` }],
    });
    expect(await history()).toEqual(['registered', 'house-added', 'device-added', 'contract-added', 'warranty-added', 'device-changed', 'contract-ended']);
    expect(await problems()).toEqual([]);
  });

  it('is told as under warranty to the last day, and as over from the next', async () => {
    await add('devices', { name: '甲', warrantyUntil: '2026-03-02' });
    await add('devices', { name: '乙', warrantyUntil: '2026-03-01' });
    await add('devices', { name: '丙' });
    expect((await card()).devices.map(({ name, over }) => [name, over])).toEqual(expect.arrayContaining([['甲', false], ['乙', true], ['丙', null]]));
  });

  it('has consents, with who wrote them down, and their withdrawal', async () => {
    const consent = await add('consents', { purpose: '满意度调查', givenOn: '2026-01-02', how: '电话录音' });
    await ask('POST', `${customer}/consents/${consent}/end`, { on: '2026-03-02', how: '来电要求' }, care.as('specialist'));
    expect((await card()).consents).toMatchObject([{ recordedBy: 'agent', endedOn: '2026-03-02', endedHow: '来电要求', endedBy: 'specialist' }]);
  });

  it('cannot be ended twice, changed after its end, or be in a home of somebody else', async () => {
    const device = await add('devices', { name: '门禁' });
    await ask('POST', `${customer}/devices/${device}/end`, { on: '2026-03-02' });
    expect((await ask('POST', `${customer}/devices/${device}/end`, { on: '2026-03-02' })).statusCode).toBe(404);
    expect((await ask('PUT', `${customer}/devices/${device}`, { name: '门禁二' })).statusCode).toBe(404);
    expect((await ask('POST', `${customer}/devices`, { name: '门禁', houseId: '01900000-0000-7000-8000-000000000000' })).statusCode).toBe(422);
  });

  it('is a home that only one customer has at a time; the next may move in when he has left', async () => {
    const home = await add('houses', { community: '西苑', code: `${made}` });
    const other = (await care.receive({ customer: { name: '赵先生', phone: `1380000${1000 + made}` } })).json().customer.id as string;
    const taken = await ask('POST', `${other}/houses`, { community: '西苑', code: `${made}` });
    expect([taken.statusCode, taken.json().error, taken.json().message]).toEqual([409, 'home-taken', expect.stringContaining('王女士')]);
    await ask('POST', `${customer}/houses/${home}/end`, { on: '2026-03-02' });
    expect(await add('houses', { community: '西苑', code: `${made}`, use: '住宅' }, other)).toBe(home);
    expect([(await card()).homes, (await card(other)).homes]).toMatchObject([[], [{ id: home, use: '住宅' }]]);
  });
});

describe('who a customer is', () => {
  it('is corrected, and his matters call him by his new name', async () => {
    expect((await ask('PUT', customer, { name: '王静', phone: '139 1111 2222', address: '9-9-9', project: '南苑' })).statusCode).toBe(204);
    expect(await card()).toMatchObject({ name: '王静', phone: '13911112222', project: '南苑', open: [{ customerName: '王静' }] });
    expect((await ask('PUT', customer, { name: '王静', phone: 'none' })).statusCode).toBe(422);
  });

  it('is marked a key customer by those who oversee, and by nobody else', async () => {
    expect((await ask('PUT', `${customer}/key`, { key: true })).statusCode).toBe(403);
    expect((await ask('PUT', `${customer}/key`, { key: true }, care.as('manager'))).statusCode).toBe(204);
    expect(await card()).toMatchObject({ keyCustomer: true });
  });
});

describe('two files of one customer', () => {
  let other = '';
  beforeEach(async () => {
    other = (await care.receive({ content: '灯不亮', customer: { name: '王小姐', phone: `1370000${1000 + made}`, address: 'x' } })).json().customer.id;
    await base.owner({ text: 'update customer set phone = (select phone from customer where id = $1) where id = $2', values: [customer, other] });
  });
  const merge = async (from = other, into = customer): Promise<string> => (await ask('POST', `${into}/merges`, { from, reason: '电话核实' }, care.as('manager'))).json().id;

  it('are proposed by the same phone, and by the same name and home', async () => {
    expect((await care.read(`/api/customers/${customer}/duplicates`)).json().items).toMatchObject([{ id: other, because: 'phone', matters: 1 }]);
    await base.owner({ text: "update customer set phone = '', name = '王女士', address = (select address from customer where id = $1) where id = $2", values: [customer, other] });
    expect((await care.read(`/api/customers/${customer}/duplicates`)).json().items).toMatchObject([{ id: other, because: 'name-and-home' }]);
  });

  it('become one by whoever oversees: all moves, both streams tell of it, and the old id leads to the file', async () => {
    await add('houses', { community: '北苑', code: `${made}` }, other);
    expect((await ask('POST', `${customer}/merges`, { from: other, reason: '同一位' })).statusCode).toBe(403);
    await merge();
    const one = await card(other);
    expect(one).toMatchObject({ id: customer, name: '王女士', homes: [{ community: '北苑' }] });
    expect(one.open.map(({ customerName }) => customerName)).toEqual(['王女士', '王女士']);
    expect([(await history()).at(-1), await base.owner({ text: 'select type from event where stream = $1 order by seq desc limit 1', values: [other] })]).toEqual(['took-over', [{ type: 'became-part' }]]);
    expect((await care.read(`/api/matters?customer=${other}`)).json().items).toHaveLength(2);
    expect(await problems()).toEqual([]);
  });

  it('are one for a draft that was begun before', async () => {
    await merge();
    const late = await care.receive({ content: '后来说的', customer: { id: other } });
    expect([late.statusCode, late.json().customer]).toEqual([201, expect.objectContaining({ id: customer, name: '王女士' })]);
    expect((await product.ask({ method: 'POST', url: '/api/intake/forecast', payload: { receive: { kind: 'complaint', channel: 'phone', content: '又一件', facts: { service_short: true }, customer: { id: other } } } }, care.as('agent'))).statusCode).toBe(200);
  });

  it('are found as one', async () => {
    await merge();
    const found = (await care.read(`/api/customers?search=${encodeURIComponent('王小姐')}`)).json().items.filter((each: { id: string }) => each.id === other);
    expect(found).toEqual([]);
  });

  it('are taken apart again: what moved goes back, what came since stays', async () => {
    const id = await merge();
    await care.receive({ content: '合并后的', customer: { id: other } });
    expect((await ask('POST', `${customer}/merges/${id}/undo`, undefined, care.as('manager'))).statusCode).toBe(200);
    expect([(await card()).open.length, (await card(other)).open.length]).toEqual([2, 1]);
    expect(await card(other)).toMatchObject({ id: other, name: '王小姐', open: [{ customerName: '王小姐' }] });
    expect((await ask('POST', `${customer}/merges/${id}/undo`, undefined, care.as('manager'))).statusCode).toBe(404);
    expect(await problems()).toEqual([]);
  });

  it('lead to the last file when that became part of a third, and come apart in the other order', async () => {
    const third = (await care.receive({ customer: { name: '王总', phone: `1360000${1000 + made}` } })).json().customer.id as string;
    const first = await merge();
    const second = await merge(customer, third);
    expect(await card(other)).toMatchObject({ id: third });
    expect((await ask('POST', `${customer}/merges/${first}/undo`, undefined, care.as('manager'))).json().error).toBe('merged-further');
    await ask('POST', `${third}/merges/${second}/undo`, undefined, care.as('manager'));
    expect([await card(other), await card(third)]).toMatchObject([{ id: customer }, { id: third, open: [{ customerName: '王总' }] }]);
  });

  it('cannot be one with itself, or with one that is not there', async () => {
    expect((await ask('POST', `${customer}/merges`, { from: customer, reason: '同' }, care.as('manager'))).statusCode).toBe(409);
    expect((await ask('POST', `${customer}/merges`, { from: '01900000-0000-7000-8000-000000000000', reason: '同' }, care.as('manager'))).statusCode).toBe(404);
  });
});

describe('a demonstration, whose clock stands elsewhere than the machine’s', () => {
  it('dates what people read of a customer by its own clock, and keeps when it was recorded', async () => {
    const now = product.clock.now();
    await base.owner({ text: 'update tenant set clock_virtual = true, clock_running = true, clock_at = $2, clock_set_at = $3 where id = $1', values: [care.tenant, new Date('2031-05-05T01:00:00Z'), new Date(now)] });
    const { customer: { id } } = (await care.receive({ customer: { name: '赵先生', phone: '13511112222' } })).json() as { customer: { id: string } };
    expect((await ask('POST', `${id}/merges`, { from: customer, reason: '同一人' }, care.as('manager'))).statusCode).toBeLessThan(300);
    const items = (await care.read(`/api/customers/${id}/history`)).json().items as { type: string; at: string }[];
    const merges = (await base.owner({ text: 'select merged_at from customer_merge where tenant_id = $1 and survivor = $2', values: [care.tenant, id] })) as { merged_at: number }[];
    const recorded = (await base.owner({ text: 'select distinct recorded_at from event where tenant_id = $1 and stream = $2', values: [care.tenant, id] })) as { recorded_at: number }[];
    await base.owner({ text: 'update tenant set clock_virtual = false where id = $1', values: [care.tenant] });
    expect(items.map(({ type, at }) => `${type} ${at}`)).toEqual(['took-over 2031-05-05T09:00:00+08:00', 'registered 2031-05-05T09:00:00+08:00']);
    expect([merges.map((each) => new Date(each.merged_at).toISOString()), recorded.map((each) => Number(new Date(each.recorded_at)))]).toEqual([['2031-05-05T01:00:00.000Z'], [now]]);
    expect(await problems()).toEqual([]);
  });
});

describe('erasing a customer', () => {
  it('leaves no word of what he had, agreed to or was merged from, and the chain verifies', async () => {
    const secret = `绝密${made}`;
    const other = (await care.receive({ content: '无', customer: { name: secret, phone: `1350000${1000 + made}` } })).json().customer.id as string;
    await add('houses', { community: '中苑', code: `${made}`, occupancy: secret }, other);
    await add('devices', { name: secret, serial: secret }, other);
    await add('contracts', { number: secret, about: secret });
    await add('consents', { purpose: secret, givenOn: '2026-01-01', how: secret });
    await add('warranties', { part: secret, until: '2027-01-01' });
    await ask('POST', `${customer}/merges`, { from: other, reason: secret }, care.as('manager'));
    await base.owner({ text: "update matter set ended = true where customer_id = $1", values: [customer] });
    const reply = await ask('POST', `${customer}/erase`, { reason: '本人要求' }, chief);
    expect([reply.statusCode, reply.body]).toEqual([200, expect.any(String)]);
    for (const table of ['customer', 'device', 'contract', 'consent', 'warranty', 'event', 'event_words', 'customer_merge', 'search_key', 'search_text', 'matter']) {
      expect([table, (await base.owner({ text: `select 1 from ${table} x where x::text like '%${secret}%'`, values: [] })).length]).toEqual([table, 0]);
    }
    expect([(await care.read(`/api/customers/${customer}`)).statusCode, (await care.read(`/api/customers/${other}`)).statusCode]).toEqual([404, 404]);
    expect(await problems()).toEqual([]);
  });
});
