import { beforeAll, describe, expect, it } from 'vitest';
import { verifyTenant } from '#capabilities/audit/index.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../../../test/support/index.ts';
import { freshKey } from '../../../test/server/audit/history.ts';

const base = await testDatabase(16);
const product = await openProduct(base);
const ROUNDS = 8;
let care: Care;
let chief = '';
let calls = 0;

beforeAll(async () => {
  care = await arrangeCare(base, product);
  await product.person(care.tenant, { username: 'boss', positions: [{ position: 'cs-staff', unit: null }], administrator: true, password: 'a long password' });
  chief = await product.signIn(care.slug, 'boss', 'a long password');
});

const ask = (method: 'POST' | 'PUT', path: string, payload?: object, as = care.as('agent')) => product.ask({ method, url: `/api/customers/${path}`, ...(payload ? { payload } : {}) }, as);
const caller = async (name = '王女士'): Promise<{ id: string; phone: string }> => {
  const phone = `139${String(20_000_000 + (calls += 1))}`;
  return { id: (await care.receive({ customer: { name, phone } })).json().customer.id, phone };
};
const merge = (into: string, from: string, as = care.as('manager')) => ask('POST', `${into}/merges`, { from, reason: '同一位' }, as);
const endAll = (customer: string) => base.owner({ text: 'update matter set ended = true where customer_id = $1', values: [customer] });
const left = async (table: string, customer: string): Promise<number> => (await base.owner({ text: `select 1 from ${table} where customer_id = $1`, values: [customer] })).length;
const problems = async () => (await verifyTenant(base.database, { id: care.tenant, slug: care.slug }, (await freshKey()).publicKey)).problems.filter(({ kind }) => kind !== 'checkpoint' && kind !== 'projection');
const rounds = async (work: (at: number) => Promise<void>): Promise<void> => { for (let at = 0; at < ROUNDS; at++) await work(at); };

describe('beside the merging of two files', () => {
  it('a matter, a device, a consent, a contract, a warranty and a home come to the file that stays', () => rounds(async (at) => {
    const [stays, goes] = [await caller(), await caller()];
    const [merged, ...written] = await Promise.all([
      merge(stays.id, goes.id), care.receive({ customer: { id: goes.id } }), care.receive({ customer: { id: goes.id } }), care.receive({ customer: { name: '王女士', phone: goes.phone } }),
      ask('POST', `${goes.id}/devices`, { name: '空调' }), ask('POST', `${goes.id}/consents`, { purpose: '回访', givenOn: '2026-03-01', how: '口头' }), ask('POST', `${goes.id}/contracts`, { number: 'HT', about: '保养' }),
      ask('POST', `${goes.id}/warranties`, { part: '防水', until: '2027-01-01' }), ask('POST', `${goes.id}/houses`, { community: '同苑', code: String(at) }),
    ]);
    expect([merged, ...written].map((reply) => [reply.statusCode, reply.statusCode === 201 ? '' : reply.body])).toEqual(Array.from({ length: 9 }, () => [201, '']));
    for (const table of ['matter', 'device', 'consent', 'contract', 'warranty', 'house']) expect([table, await left(table, goes.id)]).toEqual([table, 0]);
    expect([await left('matter', stays.id), await left('device', stays.id), await left('house', stays.id)]).toEqual([5, 1, 1]);
    expect((await base.owner({ text: 'select 1 from customer where phone = $1', values: [goes.phone] })).length).toBe(1);
  }));

  it('another merging the other way round, a circle of them and their undoing end without waiting for each other', () => rounds(async () => {
    const [a, b, c] = [await caller(), await caller(), await caller()].map(({ id }) => id) as [string, string, string];
    const pairs = [[a, b], [b, a], [b, c], [c, a], [a, b]] as const;
    const merges = await Promise.all(pairs.map(([into, from], at) => merge(into, from, care.as(at % 2 ? 'director' : 'manager'))));
    expect(merges.map((reply) => reply.statusCode).filter((status) => status !== 201 && status !== 404 && status !== 409)).toEqual([]);
    const undone = await Promise.all(merges.flatMap((reply, at) => (reply.statusCode === 201 ? [1, 2].map(() => ask('POST', `${pairs[at]?.[0]}/merges/${reply.json().id}/undo`, undefined, care.as('manager'))) : [])));
    expect(undone.map((reply) => reply.statusCode).filter((status) => status >= 500)).toEqual([]);
  }), 60_000);

  it('sixteen at once, who merge, take apart, erase, write and receive among four files, all get an answer that means something', async () => {
    for (let round = 0; round < 4; round++) {
      const files = [await caller(), await caller(), await caller(), await caller()];
      for (const { id } of files) await endAll(id);
      const id = (at: number): string => files[at % files.length]?.id ?? '';
      const replies = await Promise.all(Array.from({ length: 16 }, (_, at) => {
        if (at % 4 === 0) return merge(id(at / 4), id(at / 4 + 1), care.as(at % 8 ? 'manager' : 'director'));
        if (at % 4 === 1) return ask('POST', `${id(at)}/erase`, { reason: '本人要求' }, chief);
        if (at % 4 === 2) return ask('POST', `${id(at + round)}/devices`, { name: `空调${at}` });
        return at % 8 === 3 ? care.receive({ customer: { id: id(at) } }) : merge(id(at + 2), id(at), care.as('manager'));
      }));
      expect(replies.map((reply) => [reply.statusCode, reply.statusCode >= 500 ? reply.body : '']).filter(([status]) => ![200, 201, 204, 404, 409, 422].includes(Number(status)))).toEqual([]);
    }
    expect(await problems()).toEqual([]);
  }, 120_000);

  it('never made the database choose whom to send away', async () => {
    expect(await base.owner({ text: 'select deadlocks::int as n from pg_stat_database where datname = current_database()', values: [] })).toEqual([{ n: 0 }]);
  });
});

describe('after a merging', () => {
  it('the number of the file that went leads to the one that stays: by looking, by the search, by the next call', async () => {
    const [stays, goes] = [await caller('王女士'), await caller('王小姐')];
    await care.read(`/api/search?q=${goes.phone}`);
    await merge(stays.id, goes.id);
    expect((await care.read(`/api/customers?phone=${goes.phone}`)).json().items).toEqual([expect.objectContaining({ id: stays.id, phone: stays.phone })]);
    expect((await care.read(`/api/customers?phone=${goes.phone.slice(-5)}`)).json().items).toMatchObject([{ id: stays.id }]);
    expect((await care.read(`/api/search?q=${goes.phone}`)).json().customers.items).toMatchObject([{ id: stays.id }]);
    for (const customer of [{ phone: goes.phone }, { name: '王小姐', phone: goes.phone }, { name: '王女士', phone: goes.phone }]) expect((await care.receive({ customer })).json().customer.id).toBe(stays.id);
    expect((await care.read(`/api/matters/similar?phone=${goes.phone}&content=${encodeURIComponent('门禁坏了')}`)).json().items.length).toBeGreaterThan(0);
    const another = (await care.receive({ customer: { name: '租客李四', phone: goes.phone } })).json().customer.id;
    expect([stays.id, goes.id]).not.toContain(another);
  });
});

describe('beside the erasing of a customer', () => {
  it('what is received either keeps him, because it is owed to him, or finds him gone', () => rounds(async () => {
    const { id } = await caller('绝无此人');
    await endAll(id);
    const [erased, ...received] = await Promise.all([ask('POST', `${id}/erase`, { reason: '本人要求' }, chief), ...[1, 2, 3, 4].map(() => care.receive({ customer: { id } })), ask('POST', `${id}/devices`, { name: '绝密锅炉' })]);
    const named = (await base.owner({ text: "select 1 from matter where customer_id = $1 and customer_name <> ''", values: [id] })).length;
    if (erased?.statusCode === 200) {
      expect([named, await left('device', id), await left('matter', id)]).toEqual([0, 0, 1]);
      expect(received.map((reply) => reply.statusCode).filter((status) => status !== 404 && status !== 201)).toEqual([]);
    } else {
      expect([erased?.statusCode, received.slice(0, 4).map((reply) => reply.statusCode)]).toEqual([409, expect.arrayContaining([201])]);
    }
  }));
});

describe('at the same moment', () => {
  it('several people write into one file, and its stream has them one after the other', async () => {
    const { id } = await caller();
    await rounds(async () => {
      const replies = await Promise.all([
        ask('POST', `${id}/devices`, { name: '甲' }), ask('POST', `${id}/consents`, { purpose: 'p', how: 'h', givenOn: '2026-03-01' }, care.as('specialist')), ask('PUT', id, { name: '王女士' }), ask('PUT', `${id}/key`, { key: true }, care.as('manager')),
      ]);
      expect(replies.map((reply) => reply.statusCode)).toEqual([201, 201, 204, 204]);
    });
    expect(await problems()).toEqual([]);
  });

  it('one home is written down for two: one has it, the other hears that it is taken', () => rounds(async (at) => {
    const people = [await caller(), await caller()];
    const replies = await Promise.all(people.map(({ id }) => ask('POST', `${id}/houses`, { community: '双苑', code: String(at) })));
    expect(replies.map((reply) => reply.statusCode).toSorted()).toEqual([201, 409]);
    expect(replies.find((reply) => reply.statusCode === 409)?.json().error).toBe('home-taken');
  }));

  it('one new number calls three times, about different things: it is one file', () => rounds(async (at) => {
    const customer = { name: '新客', phone: `1280000${1000 + at}` };
    const replies = await Promise.all(['complaint', 'consultation', 'complaint'].map((kind) => care.receive({ kind, customer, ...(kind === 'complaint' ? {} : { facts: {} }) })));
    expect(replies.map((reply) => [reply.statusCode, reply.statusCode === 201 ? '' : reply.body])).toEqual([[201, ''], [201, ''], [201, '']]);
    expect(new Set(replies.map((reply) => reply.json().customer.id)).size).toBe(1);
  }));
});
