import { beforeAll, describe, expect, it } from 'vitest';
import { arrangeCare, openProduct, testDatabase, type Care } from '../../../test/support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
let care: Care;
const made: Record<string, string> = {};

const received = async (more: Record<string, unknown>): Promise<string> => ((await care.receive(more)).json() as { id: string }).id;
const inView = async (view: string, who = 'agent'): Promise<string[]> => ((await care.read(`/api/matters?view=${view}&limit=200`, who)).json() as { items: { id: string }[] }).items.map((row) => row.id);
const count = async (query: string, who = 'agent'): Promise<unknown> => (await care.read(`/api/matters/count?${query}`, who)).json();

/** Through the whole course to a revisit with this outcome. */
async function revisited(id: string, outcome: string): Promise<void> {
  const steps = [['agent', 'forward', { to: 'engineering' }], ['engineer', 'investigate', { findings: '皮带断' }], ['engineer', 'judge', { validity: 'valid', fault: 'neglect' }], ['specialist', 'confirm', {}],
    ['engineer', 'corrective-measure', { measure: '换皮带' }], ['engineer', 'resolve', { lawful: true }], ['manager', 'revisit', { outcome }]] as const;
  for (const [who, act, fields] of steps) expect((await care.act(id, who, { act, fields })).json()).toHaveProperty('matter');
}

beforeAll(async () => {
  care = await arrangeCare(base, product);
  made['heavy'] = await received({ facts: { our_management: true, injury: true } });
  made['reopened'] = await received({});
  await revisited(made['reopened'], 'unsatisfied');
  made['waiting'] = await received({});
  await revisited(made['waiting'], 'unreachable');
});

describe('the chips of the list', () => {
  it('find what the reader bears or answers for, and what lies with his unit', async () => {
    expect(await inView('mine')).toEqual(expect.arrayContaining(Object.values(made)));
    expect(await inView('mine', 'director')).not.toContain(made['heavy']);
    expect(await inView('unit', 'engineer')).toEqual(expect.arrayContaining([made['reopened']]));
    expect(await inView('unit', 'engineer')).not.toContain(made['heavy']);
  });
  it('find the heaviest of their kind, what waits for a revisit, and what was opened again by one', async () => {
    expect(await inView('heaviest')).toEqual([made['heavy']]);
    expect(await inView('revisit')).toEqual([made['waiting']]);
    expect(await inView('reopened')).toEqual([made['reopened']]);
  });
  it('refuse a view nobody knows', async () => {
    expect((await care.read('/api/matters?view=everything')).statusCode).toBe(422);
  });
});

describe('a row of the list', () => {
  it('says where the customer is, who works on it and who took it up', async () => {
    const { items } = (await care.read('/api/matters?view=reopened')).json() as { items: Record<string, string>[] };
    expect(items[0]).toMatchObject({ place: '3-2-1201', handler: '工程部' });
    expect(items[0]?.['firstReceiver']).not.toBe('');
  });
});

describe('the total of a filter', () => {
  it('counts what the list would show, and takes the same filter', async () => {
    expect(await count('view=heaviest')).toEqual({ count: 1, more: false });
    expect(await count('kind=complaint')).toEqual({ count: 3, more: false });
  });
});

describe('reasons given lately', () => {
  it('are the company’s own for that act, the most frequent first, and none for another', async () => {
    for (const [at, reason] of ['写错了', '写错了', '客户改口'].entries()) await care.act(made['heavy'] ?? '', 'agent', { act: 'correct', fields: { reason, content: `门禁又坏了 ${at}` } });
    expect((await care.read('/api/reasons?act=correct')).json()).toEqual({ items: ['写错了', '客户改口'] });
    expect((await care.read('/api/reasons?act=void')).json()).toEqual({ items: [] });
  });
});
