import { beforeAll, describe, expect, it } from 'vitest';
import { arrangeCare, openProduct, testDatabase, type Care } from '../support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
const NOW = '2026-03-02T09:00:00+08:00';
let care: Care;

beforeAll(async () => {
  care = await arrangeCare(base, product);
});

describe('a matter over HTTP', () => {
  it('is received with a number, a severity, an owner and deadlines, each with its clause', async () => {
    const reply = await care.receive();
    expect(reply.statusCode, reply.body).toBe(201);
    const matter = reply.json();
    expect(matter).toMatchObject({ number: 'TS-20260302-0001', classes: { severity: 'general' }, stage: 'taken-up', version: 1, customer: { name: '王女士' } });
    expect(matter.obligations.find((each: { duty: string }) => each.duty === 'forward')).toMatchObject({ clause: 'B-4.4.2.2.2-a', dueAt: '2026-03-02T09:20:00+08:00', state: 'open', act: 'forward' });
  });

  it('is refused with its clause when an act comes out of order, and the register has a row', async () => {
    const { id, version } = (await care.receive()).json();
    const reply = await care.act(id, 'agent', { act: 'close' });
    expect(reply.statusCode).toBe(409);
    expect(reply.json()).toMatchObject({ error: 'refused', details: { refusals: expect.arrayContaining([expect.objectContaining({ clause: ['B-4.4.4.1.0'] })]) } });
    const register = await care.read(`/api/refusals?matter=${id}`, 'manager');
    expect(register.json().items).toMatchObject([{ act: 'close', whoName: 'agent', matter: id }]);
    expect((await care.read(`/api/matters/${id}`)).json()).toMatchObject({ version });
  });

  it('keeps one answer for one Idempotency-Key, refuses another body under it, and writes nothing in a dry run', async () => {
    const key = { 'idempotency-key': 'key-1' };
    const first = await care.receive({}, key);
    const again = await care.receive({}, key);
    expect(again.statusCode).toBe(201);
    expect(again.json()).toEqual(first.json());
    expect((await care.receive({ content: '另一件' }, key)).statusCode).toBe(422);
    const before = (await care.read('/api/matters?limit=200')).json().items.length;
    const dry = await product.ask({ method: 'POST', url: '/api/matters?dry=1', payload: { kind: 'complaint', channel: 'phone', content: '试', facts: { bad_press: true } } }, care.as('agent'));
    expect(dry.statusCode, dry.body).toBe(200);
    expect(dry.json()).toMatchObject({ classes: { severity: 'major' } });
    expect((await care.read('/api/matters?limit=200')).json().items).toHaveLength(before);
  });

  it('lives its whole life through the contract', async () => {
    const { id } = (await care.receive({ facts: { service_short: true } })).json();
    const steps: readonly (readonly [string, Record<string, unknown>])[] = [
      ['agent', { act: 'forward', fields: { to: 'engineering' } }], ['engineer', { act: 'investigate', fields: { findings: '老化' } }], ['engineer', { act: 'judge', fields: { validity: 'valid' } }],
      ['specialist', { act: 'confirm' }], ['engineer', { act: 'corrective-measure', fields: { measure: '更换' } }], ['engineer', { act: 'resolve', fields: { lawful: true } }],
      ['manager', { act: 'revisit', fields: { outcome: 'satisfied', how: 'phone' } }], ['manager', { act: 'sign-record' }], ['agent', { act: 'close' }],
    ];
    for (const [who, payload] of steps) {
      const reply = await care.act(id, who, payload);
      expect(reply.statusCode, `${payload['act']}: ${reply.body}`).toBe(200);
    }
    const events = (await care.read(`/api/matters/${id}/events`)).json();
    expect(events.items.map((each: { seq: number }) => each.seq)).toEqual(events.items.map((_: unknown, index: number) => index + 1));
    expect((await care.read(`/api/matters/${id}`)).json()).toMatchObject({ stage: 'closed' });
  });

  it('tells a stale version from a fresh one, with what happened since', async () => {
    const { id, version } = (await care.receive()).json();
    await care.act(id, 'agent', { act: 'forward', fields: { to: 'engineering' } });
    const stale = await care.act(id, 'agent', { act: 'note', fields: { text: '你好' }, version });
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({ error: 'changed', details: { version: version + 1, events: [expect.objectContaining({ act: 'forward' })] } });
  });

  it('lets exactly one of two people pressing at once do what can be done once', async () => {
    const { id, version } = (await care.receive()).json();
    const replies = await Promise.all(['agent', 'agent', 'agent', 'agent'].map((who) => care.act(id, who, { act: 'forward', fields: { to: 'engineering' }, version })));
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409, 409, 409]);
  });

  it('explains a deadline with its arithmetic', async () => {
    const matter = (await care.receive()).json();
    const forward = matter.obligations.find((each: { duty: string }) => each.duty === 'resolve');
    const reply = await care.read(`/api/obligations/${forward.id}/explanation`);
    expect(reply.statusCode, reply.body).toBe(200);
    const told = reply.json();
    expect(told).toMatchObject({ clauses: [{ id: 'B-4.4.2.2.2-b' }], from: NOW });
    expect(told.countedMilliseconds).toBe(24 * 3_600_000);
  });

  it('pages through lists by cursors that belong to their filter', async () => {
    const first = (await care.read('/api/matters?limit=2')).json();
    const second = (await care.read(`/api/matters?limit=2&cursor=${first.next}`)).json();
    expect(second.items.map((each: { id: string }) => each.id)).not.toContain(first.items[1].id);
    expect((await care.read(`/api/matters?limit=2&kind=complaint&cursor=${first.next}`)).statusCode).toBe(422);
    const owed = (await care.read('/api/obligations?state=open&limit=3')).json();
    const more = await care.read(`/api/obligations?state=open&limit=3&cursor=${owed.next}`);
    expect(more.statusCode, more.body).toBe(200);
  });
});
