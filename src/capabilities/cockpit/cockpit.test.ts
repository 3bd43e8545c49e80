import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstrations } from '#capabilities/demonstration/index.ts';
import { packageRoot } from '#platform/config/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { cockpitAnswer, type CockpitAnswer } from './contract.ts';

const base = await testDatabase();
const product = await openProduct(base);
const { ask } = product;
const COMPANY = 'property-management';
const proofs = new Map<string, string>();

beforeAll(async () => {
  await loadDemonstrations({ context: product.context, folder: join(packageRoot(), 'policies'), password: 'try-it-out' });
  for (const name of ['agent', 'manager', 'director', 'engineer']) proofs.set(name, await product.signIn(COMPANY, name, 'try-it-out'));
}, 180_000);

const proof = (name: string): string => proofs.get(name) ?? '';
const read = async <T>(url: string, as: string): Promise<T> => {
  const reply = await ask({ url }, proof(as));
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json() as T;
};
const cockpit = async (): Promise<CockpitAnswer> => cockpitAnswer.parse(await read('/api/cockpit', 'manager'));
const rowsOf = async (filter: Readonly<Record<string, string | undefined>>): Promise<readonly { id: string }[]> => (await read<{ items: { id: string }[] }>(`/api/matters?limit=200&${new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])))}`, 'manager')).items;
const move = (set: string) => ask({ method: 'POST', url: '/api/demo/clock', payload: { set } }, proof('agent'));

describe('the cockpit', () => {
  it('is for those who oversee', async () => {
    expect((await ask({ url: '/api/cockpit' }, proof('agent'))).statusCode).toBe(403);
    expect((await ask({ url: '/api/cockpit' }, proof('engineer'))).statusCode).toBe(403);
    expect((await ask({ url: '/api/cockpit' }, proof('director'))).statusCode).toBe(200);
  });

  it('counts exactly the rows that each of its five filters finds', async () => {
    await move('2026-03-04T11:00:00+08:00');
    const { figures } = await cockpit();
    expect(figures.map((each) => each.name)).toEqual(['open', 'today', 'overdue', 'heaviest', 'unsatisfied']);
    for (const { name, now, filter } of figures) expect([name, (await rowsOf(filter)).length]).toEqual([name, now]);
    expect(figures.find((each) => each.name === 'overdue')?.now).toBeGreaterThan(0);
  });

  it('counts for each person what bears his name and for each unit what it bears together: exactly the rows its filter finds', async () => {
    const { load, total } = await cockpit();
    expect(load.length).toBeGreaterThan(5);
    const found = new Map<string, Set<string>>();
    for (const { name, unit, filter, ...counts } of load) {
      for (const owed of ['open', 'today', 'overdue'] as const) {
        const rows = await rowsOf({ ...filter, owed });
        expect([name, unit, owed, rows.length]).toEqual([name, unit, owed, counts[owed]]);
        for (const { id } of rows) found.set(owed, (found.get(owed) ?? new Set()).add(id));
      }
    }
    for (const owed of ['open', 'today', 'overdue'] as const) expect([owed, found.get(owed)?.size ?? 0]).toEqual([owed, total[owed]]);
    expect(load.filter((each) => each.person === null).length).toBeGreaterThan(0);
  });

  it('remembers the week before: a week later what stood now is what was before', async () => {
    const then = (await cockpit()).figures;
    await move('2026-03-11T11:00:00+08:00');
    const now = (await cockpit()).figures;
    for (const name of ['open', 'heaviest'] as const) expect([name, now.find((each) => each.name === name)?.before]).toEqual([name, then.find((each) => each.name === name)?.now]);
  });

  it('shows what I oversee until I release it, answered or not, and not what others oversee', async () => {
    const [row] = await rowsOf({ view: 'overdue' });
    const oversee = await ask({ method: 'POST', url: `/api/matters/${row?.id ?? ''}/acts`, payload: { act: 'oversee', fields: { until: '2026-03-12T18:00:00+08:00' } } }, proof('manager'));
    expect(oversee.statusCode).toBe(200);
    expect((await cockpit()).overseen).toMatchObject([{ id: row?.id, answered: false, overdue: false, dueAt: '2026-03-12T18:00:00+08:00' }]);
    expect(cockpitAnswer.parse(await read('/api/cockpit', 'director')).overseen.map((each) => each.id)).not.toContain(row?.id);
    await move('2026-03-12T18:00:01+08:00');
    expect((await cockpit()).overseen[0]?.overdue).toBe(true);
    expect((await ask({ method: 'POST', url: `/api/matters/${row?.id ?? ''}/acts`, payload: { act: 'release', fields: {} } }, proof('manager'))).statusCode).toBe(200);
    expect((await cockpit()).overseen).toEqual([]);
  });

  it('shows what I instructed with a date until a week after its answer', async () => {
    const [row] = await rowsOf({ view: 'overdue' });
    const does = async (who: string, payload: object): Promise<void> => expect((await ask({ method: 'POST', url: `/api/matters/${row?.id ?? ''}/acts`, payload }, proof(who))).statusCode).toBe(200);
    await does('manager', { act: 'instruct', fields: { text: '周一前办好', until: '2026-03-13T18:00:00+08:00' } });
    expect((await cockpit()).overseen).toMatchObject([{ act: 'instruct', id: row?.id, answered: false, dueAt: '2026-03-13T18:00:00+08:00' }]);
    await does('manager', { act: 'answer-instruction', fields: { text: '办好了' } });
    expect((await cockpit()).overseen).toMatchObject([{ act: 'instruct', id: row?.id, answered: true, overdue: false }]);
    await move('2026-03-20T18:00:00+08:00');
    expect((await cockpit()).overseen).toEqual([]);
  });

  it('names positions that nobody holds any more, and how many matters wait for them', async () => {
    expect((await cockpit()).vacant.map((each) => each.title)).not.toContain('客服主管');
    await base.owner({ text: "delete from person_position where position_code = 'cs-supervisor' and tenant_id = (select id from tenant where slug = $1)", values: [COMPANY] });
    await base.owner({ text: 'update tenant set directory_version = directory_version + 1 where slug = $1', values: [COMPANY] });
    const vacant = (await cockpit()).vacant.find((each) => each.position === 'cs-supervisor');
    expect(vacant).toMatchObject({ unit: null, waiting: expect.any(Number) });
  });

  it('finds what climbs in the matters received lately', async () => {
    for (const at of [1, 2, 3]) {
      const reply = await ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: `水泵房异响第${at}回`, customer: { name: `住户${at}`, phone: `1391111000${at}`, address: `9-9-0${at}01` }, facts: { service_short: true } } }, proof('agent'));
      expect(reply.statusCode).toBe(201);
    }
    expect((await cockpit()).climbing).toEqual(expect.arrayContaining([expect.objectContaining({ is: 'building', title: '9-9', recent: 3, usual: 0 }), expect.objectContaining({ is: 'word', title: expect.stringContaining('水泵房'), recent: 3 })]));
  });
});
