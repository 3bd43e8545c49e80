import { beforeAll, describe, expect, it } from 'vitest';
import { arrangeCare, openProduct, testDatabase, type Care } from '../../../test/support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
const CANARY = '琉璃';
const PHONES = ['18977770001', '18977770002'];
let care: Care;
let chief = '';

beforeAll(async () => {
  care = await arrangeCare(base, product);
  await product.person(care.tenant, { username: 'boss', positions: [{ position: 'cs-staff', unit: null }], administrator: true, password: 'a long password' });
  chief = await product.signIn(care.slug, 'boss', 'a long password');
});

let keys = 0;
const ask = (method: 'POST' | 'PUT', path: string, payload: object, as = care.as('agent')) => product.ask({ method, url: `/api/customers/${path}`, payload, headers: { 'idempotency-key': `erase-${(keys += 1)}` } }, as);

/** Every row of every table in which the words stand, as `table: the row`. */
async function standing(words: readonly string[]): Promise<readonly string[]> {
  const tables = (await base.owner<{ name: string }>({ text: "select tablename as name from pg_tables where schemaname = 'public'", values: [] })).map(({ name }) => name);
  const rows: string[][] = [];
  // One after the other: each is a session of the owner's own, and the run's PostgreSQL has few for all files.
  for (const name of tables) rows.push((await base.owner<{ row: string }>({ text: `select x::text as row from ${name} x where x::text ~ $1`, values: [words.join('|')] })).map(({ row }) => `${name}: ${row}`));
  return rows.flat();
}

describe('what is erased', () => {
  it('stands in no table any more: not in subjects, homes, kept answers, the search, nor in files that had become one', async () => {
    const first = await care.receive({ content: '请尽快处理', customer: { name: `王${CANARY}`, phone: PHONES[0], address: `${CANARY}苑 6-6-6606` } }, { 'idempotency-key': 'erase-first' });
    const long = await care.receive({ content: '另有一件', customer: { name: `王${CANARY}二`, phone: PHONES[1], address: CANARY.repeat(80) } }, { 'idempotency-key': 'erase-second' });
    const { id } = first.json().customer;
    expect([first.json().subject, long.json().subject]).toEqual([expect.stringContaining(CANARY), expect.stringContaining(CANARY)]);
    const things = { houses: { community: '中苑', code: '6', use: CANARY, account: CANARY, occupancy: CANARY }, devices: { name: CANARY, model: CANARY, serial: CANARY, software: CANARY }, contracts: { number: CANARY, about: CANARY, filing: CANARY, payment: CANARY }, consents: { purpose: CANARY, givenOn: '2026-01-01', how: CANARY }, warranties: { part: CANARY, until: '2027-01-01' } };
    for (const [thing, payload] of Object.entries(things)) expect((await ask('POST', `${id}/${thing}`, payload)).statusCode).toBe(201);
    const left = (await ask('POST', `${id}/houses`, { community: '中苑', code: '7', account: CANARY, occupancy: CANARY })).json().id;
    expect((await ask('POST', `${id}/houses/${left}/end`, { on: '2026-03-02', how: CANARY })).statusCode).toBe(200);
    expect((await ask('PUT', id, { name: `王${CANARY}三`, phone: PHONES[0], address: `${CANARY}苑 7`, project: `${CANARY}片区` })).statusCode).toBe(204);
    expect((await ask('POST', `${id}/merges`, { from: long.json().customer.id, reason: CANARY }, care.as('manager'))).statusCode).toBe(201);
    await care.read(`/api/search?q=${encodeURIComponent(CANARY)}`);
    expect((await standing([CANARY, ...PHONES])).length).toBeGreaterThan(10);

    await base.owner({ text: 'update matter set ended = true where customer_id = $1', values: [id] });
    const erased = await ask('POST', `${id}/erase`, { reason: '本人要求' }, chief);
    expect([erased.statusCode, erased.body]).toEqual([200, expect.any(String)]);
    expect(await standing([CANARY, ...PHONES])).toEqual([]);
    expect((await care.read(`/api/matters/${first.json().id}`)).json()).toMatchObject({ subject: '请尽快处理', content: '请尽快处理' });
    expect((await care.read(`/api/search?q=${encodeURIComponent('请尽快')}`)).json().matters.items).toMatchObject([{ id: first.json().id }]);
  });
});
