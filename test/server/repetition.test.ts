import { beforeAll, describe, expect, it } from 'vitest';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { verifyTenant } from '../../src/capabilities/audit/index.ts';
import { requestHash } from '../../src/platform/idempotency/index.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
let care: Care;
let admin: string;
let keys = 0;

beforeAll(async () => {
  care = await arrangeCare(base, product);
  await product.person(care.tenant, { username: 'chief', password: 'chief-password', administrator: true });
  admin = await product.signIn(care.slug, 'chief', 'chief-password');
});

const events = async (): Promise<number> => (await base.owner<{ count: number }>({ text: 'select count(*)::int as count from event where tenant_id = $1', values: [care.tenant] }))[0]?.count ?? -1;
const send = (key: string, method: 'POST' | 'PATCH', url: string, payload: object, as = admin): Promise<LightMyRequestResponse> =>
  product.ask({ method, url, payload, headers: { 'idempotency-key': key } } as InjectOptions, as);
const freshKey = (): string => `repeat-${++keys}`;
const colleague = (): Promise<string> => product.person(care.tenant, { username: `mate-${++keys}`, password: 'own-password' });

/** Sends a request twice under one key, and once more with another body. */
async function repeat(method: 'POST' | 'PATCH', url: string, payload: object, other: object, as = admin) {
  const key = freshKey();
  const first = await send(key, method, url, payload, as);
  const after = await events();
  const second = await send(key, method, url, payload, as);
  expect(await events()).toBe(after);
  const third = await send(key, method, url, other, as);
  expect([third.statusCode, third.json().error]).toEqual([422, 'other-request']);
  return { first, second };
}

describe('the same request under the same Idempotency-Key has one effect and one answer', () => {
  const same = ({ first, second }: Awaited<ReturnType<typeof repeat>>, status: number): void => {
    expect([first.statusCode, second.statusCode, second.json()]).toEqual([status, status, first.json()]);
  };

  it('when a person is added', async () => {
    same(await repeat('POST', '/api/people', { username: 'anew', name: '新人' }, { username: 'anew', name: '别人' }), 201);
  });

  it('when a person is changed, leaves and returns', async () => {
    const id = await colleague();
    same(await repeat('PATCH', `/api/people/${id}`, { name: '改名' }, { name: '又改' }), 200);
    for (const step of ['leave', 'return']) {
      const key = freshKey();
      const [first, second] = [await send(key, 'POST', `/api/people/${id}/${step}`, {}), await send(key, 'POST', `/api/people/${id}/${step}`, {})];
      expect([first.statusCode, second.json()]).toEqual([200, first.json()]);
      expect((await send(key, 'POST', `/api/people/${await colleague()}/${step}`, {})).statusCode).toBe(422);
    }
  });

  it('when a policy is published', async () => {
    same(await repeat('POST', '/api/policies', { shipped: 'property-management' }, { shipped: 'gas' }), 201);
  });

  it('when notices are read', async () => {
    same(await repeat('POST', '/api/notices/read', { all: true }, { ids: ['0196f0a0-0000-7000-8000-00000000000a'] }), 200);
  });

  it('when ten come at once, of which those in between hear that it is still running', async () => {
    const key = freshKey();
    const replies = await Promise.all(Array.from({ length: 10 }, () => send(key, 'POST', '/api/people', { username: 'at-once', name: '同时' })));
    expect(new Set(replies.map((reply) => reply.statusCode))).toEqual(new Set([201, 409]));
    expect(replies.filter((reply) => reply.statusCode === 409).every((reply) => reply.json().error === 'still-running')).toBe(true);
    expect((await base.owner({ text: "select 1 from person where tenant_id = $1 and username = 'at-once'", values: [care.tenant] })).length).toBe(1);
  });
});

describe('the calendar of the company', () => {
  const dueOf = async (id: string): Promise<Record<string, unknown>> => {
    const { obligations } = (await care.read(`/api/matters/${id}`)).json() as { obligations: { duty: string; dueAt: string | null; state: string }[] };
    return Object.fromEntries(obligations.map(({ duty, dueAt, state }) => [`${duty} ${state}`, dueAt]));
  };
  const put = (days: object[], as = admin) => product.ask({ method: 'PUT', url: '/api/calendar/2026', payload: { days } }, as);

  it('moves what is open when a holiday is added, moves it back when it is taken away, and keeps what is closed', async () => {
    const { id } = (await care.receive({ facts: { severity: 'minor' } })).json();
    const before = await dueOf(id);
    const holidays = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((day) => ({ day, kind: 'holiday' }));
    const put1 = await put(holidays);
    expect(put1.json().days.filter((each: { own: boolean }) => each.own)).toEqual(holidays.map((each) => ({ ...each, own: true })));
    const after = await dueOf(id);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after).not.toEqual(before);
    for (const [duty, due] of Object.entries(after)) if (due !== null) expect(Date.parse(String(due))).toBeGreaterThanOrEqual(Date.parse(String(before[duty])));
    const counted = await events();
    expect((await put(holidays)).statusCode).toBe(200);
    // The change itself is written down again; no matter moves a second time.
    expect(await events()).toBe(counted + 1);
    expect((await put([])).statusCode).toBe(200);
    expect(await dueOf(id)).toEqual(before);
    const { problems } = await verifyTenant(base.database, { id: care.tenant, slug: care.slug }, null);
    expect(problems).toEqual([]);
  });

  it('is read by everybody with what the product knows, changed by administrators, and takes each day of its year once', async () => {
    const { knownUntil, days } = (await care.read('/api/calendar/2026')).json();
    expect([knownUntil, days[0]]).toEqual(['2026-12-31', { day: '2026-01-01', kind: 'holiday', own: false }]);
    expect((await put([], care.as('agent'))).statusCode).toBe(403);
    const reply = await put([{ day: '2025-01-01', kind: 'holiday' }, { day: '2026-05-20', kind: 'holiday' }, { day: '2026-05-20', kind: 'workday' }]);
    expect([reply.statusCode, reply.json().details.issues.map(({ path }: { path: unknown[] }) => path.join('.'))]).toEqual([422, ['body.days.0.day', 'body.days.2.day']]);
    expect((await care.read('/api/calendar/26')).statusCode).toBe(404);
  });
});

describe('secrets', () => {
  const kept = async (): Promise<string> => JSON.stringify(await base.owner({ text: 'select * from idempotency where tenant_id = $1', values: [care.tenant] }));

  it('of a new key are told once and kept nowhere', async () => {
    const { first, second } = await repeat('POST', '/api/keys', { name: 'export' }, { name: 'import' });
    expect([first.statusCode, second.statusCode, second.json().key]).toEqual([201, 200, undefined]);
    expect(second.json()).toMatchObject({ id: first.json().id, name: 'export', note: expect.stringContaining('只显示一次') });
    expect(await kept()).not.toContain(first.json().key);
  });

  it('of a password that was reset are told once and kept nowhere', async () => {
    const [id, key] = [await colleague(), freshKey()];
    const [first, second] = [await send(key, 'POST', `/api/people/${id}/password-reset`, {}), await send(key, 'POST', `/api/people/${id}/password-reset`, {})];
    expect([first.statusCode, second.statusCode, second.json()]).toEqual([200, 200, { note: expect.stringContaining('只显示一次') }]);
    expect(await kept()).not.toContain(first.json().password);
    await product.signIn(care.slug, `mate-${keys - 1}`, first.json().password);
  });

  it('of a changed password leave not even a fingerprint, and repeating it neither fails nor counts as a guess', async () => {
    await colleague();
    const cookie = await product.signIn(care.slug, `mate-${keys}`, 'own-password');
    const key = freshKey();
    const change = () => send(key, 'POST', '/api/me/password', { current: 'own-password', next: 'better-secret' }, cookie);
    for (let count = 0; count < 15; count++) expect((await change()).statusCode).toBe(204);
    const rows = await base.owner<{ request_hash: Buffer; answer: unknown }>({ text: 'select request_hash, answer from idempotency where tenant_id = $1 and key = $2', values: [care.tenant, key] });
    expect(rows).toEqual([{ request_hash: requestHash('POST', '/api/me/password', { params: {}, query: {}, body: {} }), answer: null }]);
  });
});

describe('erasing a customer', () => {
  it('is for administrators, waits until nothing is owed to him, takes his words and leaves a chain that verifies', async () => {
    const matter = (await care.receive({ customer: { name: '王小姐', phone: '13812345678', address: '3 号楼' } })).json();
    const url = `/api/customers/${matter.customer.id}/erase`;
    const reason = { reason: '本人要求' };
    expect((await product.ask({ method: 'POST', url, payload: reason }, care.as('agent'))).statusCode).toBe(403);
    expect((await product.ask({ method: 'POST', url, payload: reason }, admin)).json()).toMatchObject({ error: 'still-owed', details: { matters: [matter.number] } });
    await base.owner({ text: "update obligation set status = 'met', next_at = null where tenant_id = $1 and matter_id = $2", values: [care.tenant, matter.id] });
    const { first, second } = await repeat('POST', url, reason, { reason: '别的' });
    expect([first.json(), second.json()]).toEqual([{ erased: 1 }, { erased: 1 }]);
    expect((await product.ask({ method: 'POST', url, payload: reason }, admin)).statusCode).toBe(404);
    const left = JSON.stringify(await base.owner({ text: 'select c.*, m.customer_name, w.words from customer c join matter m on m.customer_id = c.id left join event_words w on w.stream = c.id where c.id = $1', values: [matter.customer.id] }));
    expect(left).not.toMatch(/王小姐|13812345678|3 号楼/);
    expect(left).toContain('本人要求');
    // The obligation was ended behind the product's back, which is noticed.
    const { problems } = await verifyTenant(base.database, { id: care.tenant, slug: care.slug }, null);
    expect(problems.filter(({ kind }) => kind !== 'projection')).toEqual([]);
  });
});
