import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstrations } from '#capabilities/demonstration/index.ts';
import { packageRoot } from '#platform/config/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import type { DrillAnswer, DutiesAnswer, Kept } from './contract.ts';

const base = await testDatabase();
const product = await openProduct(base);
const { ask } = product;
const COMPANY = 'property-management';
const proofs = new Map<string, string>();

beforeAll(async () => {
  await loadDemonstrations({ context: product.context, folder: join(packageRoot(), 'policies'), password: 'try-it-out' });
  for (const name of ['agent', 'director', 'engineer']) proofs.set(name, await product.signIn(COMPANY, name, 'try-it-out'));
}, 180_000);
const proof = (name: string): string => proofs.get(name) ?? '';
const read = async <T>(url: string, as: string): Promise<T> => {
  const reply = await ask({ url }, proof(as));
  if (reply.statusCode !== 200) throw new Error(`${url} ${reply.body}`);
  return reply.json() as T;
};
const written = async (): Promise<unknown> => base.owner({ text: 'select (select count(*) from matter) as matters, (select count(*) from event) as events, (select count(*) from outbox) as outbox, (select sum(last) from tenant_counter) as counters', values: [] });

describe('my duties', () => {
  it('are those of my positions, each in a sentence with its clause and by what it is mine', async () => {
    const { items, policies } = await read<DutiesAnswer>('/api/duties', 'agent');
    expect(policies.map((each) => each.id)).toEqual([COMPANY]);
    expect(items.length).toBeGreaterThan(3);
    const report = items.find((each) => each.duty === 'report-major');
    expect(report).toMatchObject({ says: expect.stringContaining('首问负责人须在 1 小时内'), clause: [expect.any(String)], via: expect.arrayContaining(['首问负责人']) });
    expect((await read<DutiesAnswer>('/api/duties', 'director')).items.map((each) => each.duty)).not.toContain('report-major');
  });

  it('tell how I kept each of them, and every figure opens its rows', async () => {
    await ask({ method: 'POST', url: '/api/demo/clock', payload: { set: '2026-03-05T11:00:00+08:00' } }, proof('agent'));
    let told = 0;
    for (const name of ['agent', 'engineer']) {
      for (const { duty, thisMonth, lastMonth } of (await read<DutiesAnswer>('/api/duties', name)).items) {
        for (const [month, kept] of [['this', thisMonth], ['last', lastMonth]] as const) {
          for (const result of Object.keys(kept) as (keyof Kept)[]) {
            const { items } = await read<{ items: unknown[] }>(`/api/duties/record?${new URLSearchParams({ duty, month, result })}`, name);
            expect([name, duty, month, result, items.length]).toEqual([name, duty, month, result, kept[result]]);
            told += items.length;
          }
        }
      }
    }
    expect(told).toBeGreaterThan(10);
  });

  it('count what a colleague of the same position did for him alone', async () => {
    const rows = await base.owner({ text: `select o.duty, e.actor from obligation o join tenant t on t.id = o.tenant_id join event e on e.tenant_id = o.tenant_id and e.stream = o.matter_id and e.act = o.act and e.occurred_at = o.met_at
      where t.slug = $1 and o.status = 'met' and o.bearer_person is null and e.actor is not null limit 1`, values: [COMPANY] }) as { duty: string; actor: string }[];
    const [one] = rows;
    expect(one).toBeDefined();
    const [doer] = await base.owner({ text: 'select username from person where id = $1', values: [one?.actor] }) as { username: string }[];
    const as = await product.signIn(COMPANY, doer?.username ?? '', 'try-it-out');
    const ofDoer = ((await ask({ url: '/api/duties' }, as)).json() as DutiesAnswer).items.find((each) => each.duty === one?.duty);
    expect((ofDoer?.thisMonth.met ?? 0) + (ofDoer?.lastMonth.met ?? 0)).toBeGreaterThan(0);
    const everybody = await base.owner({ text: "select count(*)::integer as n from obligation o join tenant t on t.id = o.tenant_id where t.slug = $1 and o.duty = $2 and o.status = 'met'", values: [COMPANY, one?.duty] }) as { n: number }[];
    expect((ofDoer?.thisMonth.met ?? 0) + (ofDoer?.lastMonth.met ?? 0)).toBeLessThanOrEqual(everybody[0]?.n ?? 0);
  });
});

describe('the drill', () => {
  const drill = (query: Readonly<Record<string, string>>, as = 'agent'): Promise<DrillAnswer> => read(`/api/drill?${new URLSearchParams(query)}`, as);

  it('says who is called at which minute of a Sunday night, each with its clause, and writes nothing', async () => {
    const before = await written();
    const found = await drill({ kind: 'complaint', at: '2026-03-08T02:00:00+08:00', facts: JSON.stringify({ severity: 'major' }), urgent: 'true' });
    expect(await written()).toEqual(before);
    expect(found.calls.length).toBeGreaterThan(3);
    expect(found.calls.map((each) => each.minute)).toEqual(found.calls.map((each) => each.minute).toSorted((a, b) => a - b));
    expect(found.calls.filter((each) => each.minute > 0).every((each) => each.clause.length > 0 || each.ours !== null)).toBe(true);
    expect(found.calls.flatMap((each) => each.to.flatMap((to) => to.people.map((person) => person.name)))).toContain('顾明远');
    expect(found.classes.map((each) => each.value)).toContain('重大投诉');
  });

  it('sounds the alarm where the same notice would, somebody in danger included, and calls what is handed over by the act that is owed', async () => {
    const found = await drill({ kind: 'complaint', at: '2026-03-08T02:00:00+08:00', facts: JSON.stringify({ trapped: true, severity: 'minor' }), urgent: 'true' });
    expect(found.calls.filter((each) => each.class === 'alarm').length).toBeGreaterThan(0);
    expect(found.calls.filter((each) => each.template === 'urgent').every((each) => each.class === 'alarm')).toBe(true);
    expect(found.calls.filter((each) => each.template === 'assigned').map((each) => each.title)).not.toContain('assigned');
    const plain = await drill({ kind: 'complaint', at: '2026-03-08T02:00:00+08:00', facts: JSON.stringify({ severity: 'minor' }) });
    expect(plain.calls.some((each) => each.class === 'alarm')).toBe(false);
  });

  it('is received by whoever is on the roster of that hour', async () => {
    const [keeper] = await base.owner({ text: "select p.id, p.tenant_id from person p join tenant t on t.id = p.tenant_id where t.slug = $1 and p.username = 'keeper'", values: [COMPANY] }) as { id: string; tenant_id: string }[];
    await base.owner({ text: "insert into shift (tenant_id, id, unit_code, name, starts, ends, night, holidays) values ($1, $2, 'customer-service', '夜班', 1260, 480, true, true)", values: [keeper?.tenant_id, keeper?.id] });
    await base.owner({ text: "insert into roster_pattern (tenant_id, unit_code, weekday, person_id, shift_id) select $1, 'customer-service', d, $2, $2 from generate_series(1, 7) d", values: [keeper?.tenant_id, keeper?.id] });
    const night = await drill({ kind: 'complaint', at: '2026-03-08T02:00:00+08:00' });
    expect(night.receiver).toEqual({ name: '秦有福', shift: '夜班' });
    expect((await drill({ kind: 'complaint', at: '2026-03-08T12:00:00+08:00' })).receiver.shift).toBeNull();
  });

  it('finds the position that nobody holds, and who is on leave then', async () => {
    const [director] = await base.owner({ text: "select p.id, p.tenant_id from person p join tenant t on t.id = p.tenant_id where t.slug = $1 and p.username = 'director'", values: [COMPANY] }) as { id: string; tenant_id: string }[];
    const [deputy] = await base.owner({ text: "select p.id from person p join tenant t on t.id = p.tenant_id where t.slug = $1 and p.username = 'manager'", values: [COMPANY] }) as { id: string }[];
    await base.owner({ text: "insert into absence (tenant_id, id, person_id, from_at, until_at, substitute_id, entered_by, entered_at) values ($1, $2, $2, '2027-02-06T00:00:00+08:00', '2027-02-13T00:00:00+08:00', $3, $2, now())", values: [director?.tenant_id, director?.id, deputy?.id] });
    await base.owner({ text: "delete from person_position where position_code = 'cs-supervisor' and tenant_id = $1", values: [director?.tenant_id] });
    await base.owner({ text: 'update tenant set directory_version = directory_version + 1 where id = $1', values: [director?.tenant_id] });
    const found = await drill({ kind: 'complaint', at: '2027-02-07T03:00:00+08:00', facts: JSON.stringify({ severity: 'major' }), urgent: 'true' });
    expect(found.calls.flatMap((each) => each.to.flatMap((to) => to.people))).toContainEqual(expect.objectContaining({ name: '顾明远', state: 'away' }));
    expect(found.calls.flatMap((each) => each.to.flatMap((to) => to.people))).toContainEqual(expect.objectContaining({ name: '沈国梁', standsFor: '顾明远' }));
    expect(found.vacant).toEqual([...found.vacant].sort());
  });

  it.each([['a kind nobody knows', { kind: 'nothing' }], ['facts that are no JSON', { facts: '{' }], ['facts that do not fit', { facts: '{"severity":"huge"}' }], ['an hour beyond every calendar', { at: '2032-01-01T00:00:00+08:00' }]])('is refused for %s', async (_, wrong) => {
    expect((await ask({ url: `/api/drill?${new URLSearchParams({ kind: 'complaint', at: '2026-03-08T02:00:00+08:00', ...wrong })}` }, proof('agent'))).statusCode).toBe(422);
  });
});
