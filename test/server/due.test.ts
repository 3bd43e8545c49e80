import { beforeAll, describe, expect, it } from 'vitest';
import { fireWhatIsDue } from '../../src/capabilities/matters/index.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../support/index.ts';

const base = await testDatabase(16);
const product = await openProduct(base);
let care: Care;

beforeAll(async () => {
  care = await arrangeCare(base, product);
});

const eventsOf = async (id: string): Promise<readonly { type: string; occurredAt: string; body: Record<string, unknown> }[]> => (await care.read(`/api/matters/${id}/events`)).json().items;
const forwardOf = async (id: string): Promise<Record<string, unknown>> => (await care.read(`/api/matters/${id}`)).json().obligations.find((each: { duty: string }) => each.duty === 'forward');

describe('the due loop', () => {
  it('lets a limit reached exactly be in time, and breaches it a moment later at the due instant', async () => {
    product.clock.set(Date.parse('2026-03-02T09:00:00+08:00'));
    const { id } = (await care.receive()).json();
    product.clock.set(Date.parse('2026-03-02T09:20:00+08:00'));
    await fireWhatIsDue(product.context);
    expect(await forwardOf(id)).toMatchObject({ state: 'open' });
    product.clock.advance(1_000);
    await fireWhatIsDue(product.context);
    expect(await forwardOf(id)).toMatchObject({ state: 'breached', breachedAt: '2026-03-02T09:20:00+08:00' });
    expect((await eventsOf(id)).find((each) => each.type === 'breached' && each.body['duty'] === 'forward')).toMatchObject({ occurredAt: '2026-03-02T09:20:00+08:00' });
  });

  it('fires each step once however many processes look at the same time', async () => {
    product.clock.set(Date.parse('2026-03-02T10:30:00+08:00'));
    const ids: string[] = [];
    for (let count = 0; count < 12; count++) ids.push((await care.receive({ customer: undefined })).json().id);
    product.clock.advance(25 * 60_000);
    await Promise.all([fireWhatIsDue(product.context), fireWhatIsDue(product.context), fireWhatIsDue(product.context)]);
    await fireWhatIsDue(product.context);
    for (const id of ids) {
      const breaches = (await eventsOf(id)).filter((each) => each.type === 'breached' && each.body['duty'] === 'forward');
      expect(breaches).toHaveLength(1);
    }
    const doubled = await base.owner({ text: 'select matter_id, ordinal, generation, step from firing group by 1, 2, 3, 4 having count(*) > 1', values: [] });
    expect(doubled).toEqual([]);
  });

  it('walks up the ladder and tells the right people, once each', async () => {
    product.clock.set(Date.parse('2026-03-02T13:30:00+08:00'));
    const { id } = (await care.receive()).json();
    product.clock.set(Date.parse('2026-03-02T14:30:00+08:00'));
    await fireWhatIsDue(product.context);
    const steps = (await eventsOf(id)).filter((each) => each.type === 'reminded' && each.body['duty'] === 'forward').map((each) => each.body['step']);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps.length).toBeGreaterThanOrEqual(3);
    const letters = await base.owner({ text: 'select recipients from outbox where matter_id = $1', values: [id] }) as { recipients: { position?: string }[] }[];
    const told = letters.flatMap((each) => each.recipients.map((bearer) => bearer.position ?? 'person'));
    expect(told).toContain('project-manager');
  });

  it('counts what was done in time and written down later as done in time, and keeps the breach visible', async () => {
    product.clock.set(Date.parse('2026-03-02T15:00:00+08:00'));
    const { id } = (await care.receive({ customer: undefined })).json();
    const forwarded = await care.act(id, 'agent', { act: 'forward', fields: { to: 'engineering' } });
    expect(forwarded.statusCode).toBe(200);
    const owed = forwarded.json().matter.obligations.find((each: { duty: string; state: string }) => each.duty === 'investigate' && each.state === 'open');
    product.clock.set(Date.parse('2026-03-02T15:40:00+08:00'));
    await fireWhatIsDue(product.context);
    const late = { act: 'investigate', fields: { findings: '读卡器' }, occurredAt: '2026-03-02T15:05:00+08:00' };
    expect((await care.act(id, 'engineer', late)).statusCode).toBe(409);
    const reply = await care.act(id, 'manager', { ...late, reason: '现场没有信号' });
    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json().matter.obligations.find((each: { id: string }) => each.id === owed.id)).toMatchObject({ state: 'met', recordedLate: true, breachedAt: expect.any(String) });
    expect(reply.json().events.map((each: { type: string }) => each.type)).toContain('breach-annulled');
  });
});
