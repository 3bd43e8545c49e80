import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#platform/config/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { loadDemonstrations } from './index.ts';

const base = await testDatabase();
const product = await openProduct(base);
const { ask } = product;
let agent = '';
let shop = '';

beforeAll(async () => {
  await loadDemonstrations({ context: product.context, folder: join(packageRoot(), 'policies'), password: 'try-it-out' });
  agent = await product.signIn('property-management', 'agent', 'try-it-out');
  shop = await product.signIn('retail', 'agent', 'try-it-out');
});

const move = (payload: object, as = agent, key?: string) => ask({ method: 'POST', url: '/api/demo/clock', payload, ...(key ? { headers: { 'idempotency-key': key } } : {}) }, as);
const clock = async (as = agent) => (await ask({ url: '/api/clock' }, as)).json();
const rows = <T>(text: string, ...values: unknown[]): Promise<T[]> => base.owner({ text, values }) as Promise<T[]>;

describe('the clock of a demonstration', () => {
  it('begins at the story’s now and runs with the machine’s', async () => {
    expect(await clock()).toEqual({ now: '2026-03-02T08:40:00+08:00', virtual: true, running: true });
    product.clock.advance(90_000);
    expect((await clock()).now).toBe('2026-03-02T08:41:30+08:00');
  });

  it('stands still when it is set, until it is told to run; advancing changes neither', async () => {
    expect((await move({ set: '2026-03-02T09:00:00+08:00' })).json()).toMatchObject({ now: '2026-03-02T09:00:00+08:00', running: false });
    product.clock.advance(60_000);
    expect((await clock()).now).toBe('2026-03-02T09:00:00+08:00');
    expect((await move({ advance: 'PT1M' })).json()).toMatchObject({ now: '2026-03-02T09:01:00+08:00', running: false });
    expect((await move({ advance: 'PT0S', run: true })).json().running).toBe(true);
    product.clock.advance(60_000);
    expect((await clock()).now).toBe('2026-03-02T09:02:00+08:00');
    expect((await move({ advance: 'PT1M' })).json()).toMatchObject({ now: '2026-03-02T09:03:00+08:00', running: true });
    await move({ set: '2026-03-02T09:05:00+08:00' });
  });

  it('is the machine’s own in a real company, where nobody can move it', async () => {
    const tenant = await base.company('real');
    await product.person(tenant, { username: 'boss', password: 'boss-password', administrator: true });
    const boss = await product.signIn('real', 'boss', 'boss-password');
    expect(await clock(boss)).toMatchObject({ virtual: false, running: true });
    expect((await move({ advance: 'PT1M' }, boss)).statusCode).toBe(404);
  });
});

describe('moving the clock', () => {
  it('fires each thing at its own time, cascades included, before the answer comes', async () => {
    const received = await ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: '电梯停在七楼不动', facts: { severity: 'major', injury: true, our_management: true } } }, agent);
    expect(received.statusCode).toBe(201);
    const { fired, now } = (await move({ advance: 'PT45M' })).json();
    expect(now).toBe('2026-03-02T09:50:00+08:00');
    // forward: 80 %, due, breach, 20 minutes later; report: 50 %.
    expect(fired).toBeGreaterThanOrEqual(5);
    const forward = (await ask({ url: `/api/matters/${received.json().id}` }, agent)).json().obligations.find((each: { duty: string }) => each.duty === 'forward');
    expect(forward).toMatchObject({ state: 'breached', breachedAt: '2026-03-02T09:15:00+08:00' });
    const told = await rows<{ type: string; occurred_at: number }>("select type, occurred_at from event where stream = $1 and type in ('reminded', 'breached') order by seq", received.json().id);
    const seconds = told.map((row) => Math.floor(row.occurred_at / 1000));
    expect(seconds).toEqual(seconds.toSorted());
    expect(told.filter((row) => row.type === 'breached')).toHaveLength(1);
  });

  it('opens what the calendar opens, at midnight of each week that is passed', async () => {
    const before = await rows('select 1 from matter m join tenant t on t.id = m.tenant_id where t.slug = $1 and m.kind = $2', 'retail', 'opinion-box');
    expect((await move({ set: '2026-03-18T10:00:00+08:00' }, shop)).statusCode).toBe(200);
    const after = await rows<{ received_at: number }>('select m.received_at from matter m join tenant t on t.id = m.tenant_id where t.slug = $1 and m.kind = $2 order by m.received_at', 'retail', 'opinion-box');
    expect(after.slice(before.length).map((row) => new Date(row.received_at).toISOString())).toEqual(['2026-03-08T16:00:00.000Z', '2026-03-15T16:00:00.000Z']);
    // What was opened on the 9th was due one working day later, long before the clock stopped.
    const overdue = await rows("select 1 from obligation o join matter m on m.id = o.matter_id where m.kind = 'opinion-box' and o.status = 'breached' and o.breached_at between '2026-03-09' and '2026-03-12'");
    expect(overdue).toHaveLength(1);
  });

  it('is refused behind what has already happened, and then nothing changes', async () => {
    const before = await clock();
    const reply = await move({ set: '2026-03-02T08:00:00+08:00' });
    expect([reply.statusCode, reply.json().error]).toEqual([409, 'clock-backwards']);
    expect(await clock()).toEqual(before);
    await move({ set: '2026-03-02T10:30:00+08:00' });
    expect((await move({ set: '2026-03-02T10:20:00+08:00' })).json().now).toBe('2026-03-02T10:20:00+08:00');
  });

  it.each([{ advance: '-PT10M' }, { advance: 'ten minutes' }, { advance: 'P401D' }, { set: '2028-03-02T09:00:00+08:00' }, { set: '2026-03-02' }, {}, { advance: 'PT1M', set: '2026-03-02T09:00:00+08:00' }])('%o cannot be read, or is too far', async (payload) => {
    expect((await move(payload)).statusCode).toBe(422);
  });

  it('twice at the same time moves twice; twice under one key moves once', async () => {
    await move({ set: '2026-03-02T11:00:00+08:00' });
    await Promise.all([move({ advance: 'PT10M' }), move({ advance: 'PT10M' })]);
    expect((await clock()).now).toBe('2026-03-02T11:20:00+08:00');
    const replies = await Promise.all([move({ advance: 'PT5M' }, agent, 'once'), move({ advance: 'PT5M' }, agent, 'once'), move({ advance: 'PT5M' }, agent, 'once')]);
    expect(replies.filter((reply) => reply.statusCode === 200).length).toBeGreaterThan(0);
    expect((await move({ advance: 'PT5M' }, agent, 'once')).json().now).toBe('2026-03-02T11:25:00+08:00');
    expect((await clock()).now).toBe('2026-03-02T11:25:00+08:00');
    expect((await move({ advance: 'PT6M' }, agent, 'once')).statusCode).toBe(422);
  });

  it('passes 400 days without losing a step', async () => {
    expect((await move({ advance: 'P400D' }, shop)).statusCode).toBe(200);
    const weeks = await rows<{ gap: string }>("select distinct received_at - lag(received_at) over (order by received_at) as gap from matter where kind = 'opinion-box' and received_at > '2026-03-15'");
    expect(weeks.filter((row) => row.gap !== null)).toHaveLength(1);
  });
});
