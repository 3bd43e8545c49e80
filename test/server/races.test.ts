import { beforeAll, describe, expect, it } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import { fireWhatIsDue } from '../../src/capabilities/matters/index.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../support/index.ts';
import { brokenRules } from '../support/wholeness.ts';

const base = await testDatabase(16);
const product = await openProduct(base);
const MORNING = Date.parse('2026-03-02T09:00:00+08:00');
const MINUTE = 60_000;
let care: Care;

beforeAll(async () => {
  care = await arrangeCare(base, product);
});

interface Told { readonly seq: number; readonly type: string; readonly act: string | null; readonly body: Record<string, unknown> }
const eventsOf = async (id: string): Promise<readonly Told[]> => (await care.read(`/api/matters/${id}/events`)).json().items;
const statuses = (replies: readonly LightMyRequestResponse[]): readonly number[] => replies.map((reply) => reply.statusCode).sort();
const times = <T>(count: number, work: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => work(index));

async function received(): Promise<{ id: string; version: number }> {
  const reply = await care.receive();
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json();
}

/** A complaint so far along its way; each step by whose it is. */
async function livedUntil(last: string): Promise<string> {
  const steps: readonly (readonly [string, Record<string, unknown>])[] = [
    ['agent', { act: 'forward', fields: { to: 'engineering' } }], ['engineer', { act: 'investigate', fields: { findings: '老化' } }], ['engineer', { act: 'judge', fields: { validity: 'valid' } }],
    ['specialist', { act: 'confirm' }], ['engineer', { act: 'corrective-measure', fields: { measure: '更换' } }], ['engineer', { act: 'resolve', fields: { lawful: true } }],
    ['manager', { act: 'revisit', fields: { outcome: 'satisfied', how: 'phone' } }], ['manager', { act: 'sign-record' }],
  ];
  const { id } = await received();
  for (const [who, payload] of steps.slice(0, steps.findIndex(([, { act }]) => act === last) + 1)) {
    const reply = await care.act(id, who, payload);
    expect(reply.statusCode, `${payload['act']}: ${reply.body}`).toBe(200);
  }
  return id;
}

describe('at the same moment', () => {
  it('the same act is pressed in two windows: one does it, the other hears what has changed', async () => {
    const { id, version } = await received();
    const replies = await Promise.all(times(2, () => care.act(id, 'agent', { act: 'forward', fields: { to: 'engineering' }, version })));
    expect(statuses(replies)).toEqual([200, 409]);
    expect(replies.find((reply) => reply.statusCode === 409)?.json()).toMatchObject({ error: 'changed', details: { version: version + 1, events: [expect.objectContaining({ act: 'forward' })] } });
    expect((await eventsOf(id)).filter((event) => event.act === 'forward' && event.type === 'acted')).toHaveLength(1);
  });

  it('ten sendings of one request register one matter, and whoever asks again hears the same answer', async () => {
    const key = { 'idempotency-key': 'ten-at-once' };
    const content = '十个同时';
    const replies = await Promise.all(times(10, () => care.receive({ content }, key)));
    const made = replies.filter((reply) => reply.statusCode === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(replies.filter((reply) => reply.statusCode !== 201).map((reply) => reply.json().error)).toEqual(times(10 - made.length, () => 'still-running'));
    const again = await care.receive({ content }, key);
    expect(new Set([...made, again].map((reply) => reply.json().id)).size).toBe(1);
    expect(await base.owner({ text: 'select count(*)::integer as matters from matter where content = $1', values: [content] })).toEqual([{ matters: 1 }]);
  });

  it('one approval is given twice: it counts once', async () => {
    const id = await livedUntil('judge');
    const asked = await product.ask({ method: 'POST', url: `/api/matters/${id}/approvals`, payload: { act: 'concede', fields: { concession: '减免一月', concession_amount: 800 } } }, care.as('engineer'));
    expect(asked.statusCode, asked.body).toBe(201);
    const decide = (who: string) => product.ask({ method: 'POST', url: `/api/approvals/${asked.json().id}/decision`, payload: { decision: 'approve', opinion: '同意' } }, care.as(who));
    const consents = await Promise.all(times(4, () => decide('cs-manager')));
    expect(statuses(consents).filter((status) => status === 200)).toHaveLength(1);
    const decisions = await Promise.all(times(4, () => decide('director')));
    expect(statuses(decisions).filter((status) => status === 200)).toHaveLength(1);
    expect((await eventsOf(id)).filter((event) => event.type === 'approval-decided')).toHaveLength(2);
    expect((await care.read(`/api/matters/${id}`)).json().approvals).toMatchObject([{ status: 'approved' }]);
    const conceded = await Promise.all(times(2, () => care.act(id, 'engineer', { act: 'concede', fields: { concession: '减免一月', concession_amount: 800 } })));
    expect(statuses(conceded)).toEqual([200, 409]);
  });

  it('twenty people chase: each is counted, in versions without a gap', async () => {
    const { id, version } = await received();
    const replies = await Promise.all(times(20, (index) => care.act(id, index % 2 ? 'agent' : 'specialist', { act: 'chase', fields: { text: `催 ${index}` } })));
    expect(statuses(replies)).toEqual(times(20, () => 200));
    expect(replies.map((reply) => reply.json().matter.version).sort((a, b) => a - b)).toEqual(times(20, (index) => version + 1 + index));
    const events = await eventsOf(id);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter((event) => event.type === 'acted' && event.act === 'chase')).toHaveLength(20);
  });

  it('a complaint is closed while what it owes falls due: each matter is closed, and no breach is doubled or half-written', async () => {
    product.clock.set(MORNING);
    const ids = await Promise.all(times(6, () => livedUntil('sign-record')));
    for (const id of ids) expect((await care.act(id, 'manager', { act: 'oversee', fields: { until: '2026-03-02T10:00:00+08:00', text: '今天报结果' } })).statusCode).toBe(200);
    product.clock.set(MORNING + 61 * MINUTE);
    const [closings] = await Promise.all([
      Promise.all(ids.map((id) => care.act(id, 'agent', { act: 'close' }))),
      fireWhatIsDue(product.context), fireWhatIsDue(product.context),
    ]);
    await fireWhatIsDue(product.context);
    expect(statuses(closings), closings.map((reply) => reply.body).join('\n')).toEqual(ids.map(() => 200));
    let breaches = 0;
    for (const id of ids) {
      const matter = (await care.read(`/api/matters/${id}`)).json();
      const breached = (await eventsOf(id)).filter((event) => event.type === 'breached');
      expect(matter.stage).toBe('closed');
      breaches += breached.length;
      expect(breached.length).toBe(matter.obligations.filter((each: { breachedAt: string | null }) => each.breachedAt !== null).length);
    }
    expect(breaches).toBeGreaterThan(0);
  });

  it('somebody leaves while he acts: what he was told is done is done, and from then on he is nobody', async () => {
    await product.person(care.tenant, { username: 'admin', administrator: true, positions: [], password: 'a long password' });
    const admin = await product.signIn(care.slug, 'admin', 'a long password');
    const { id } = await received();
    const [left, ...acts] = await Promise.all([
      product.ask({ method: 'POST', url: `/api/people/${care.ids['specialist']}/leave` }, admin),
      ...times(12, (index) => care.act(id, 'specialist', { act: 'note', fields: { text: `第 ${index} 条` } })),
    ]);
    expect(left.statusCode, left.body).toBe(200);
    const done = acts.filter((reply) => reply.statusCode === 200);
    expect(acts.filter((reply) => reply.statusCode !== 200).map((reply) => reply.statusCode)).toEqual(times(acts.length - done.length, () => 401));
    expect((await eventsOf(id)).filter((event) => event.act === 'note')).toHaveLength(done.length);
    expect((await care.act(id, 'specialist', { act: 'note', fields: { text: '再来' } })).statusCode).toBe(401);
  });

  it('nothing of all this is left half-written', async () => {
    expect(await brokenRules(base.connection)).toEqual({});
  });
});
