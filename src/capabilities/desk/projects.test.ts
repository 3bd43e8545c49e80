import { beforeAll, describe, expect, it } from 'vitest';
import { arrangeCare, openProduct, testDatabase, type Care } from '../../../test/support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
let care: Care;
let east = '';
let west = '';
const matters: Record<string, string> = {};

const person = async (name: string, phone: string, project: string): Promise<string> => {
  const { customer } = (await care.receive({ content: `${name}的第一件`, customer: { name, phone } })).json();
  await product.ask({ method: 'PUT', url: `/api/customers/${customer.id}`, payload: { name, phone, project } }, care.as('agent'));
  return customer.id;
};

beforeAll(async () => {
  care = await arrangeCare(base, product);
  [east, west] = [await person('东先生', '13900000001', '东苑'), await person('西女士', '13900000002', '西苑')];
  for (const [name, id] of Object.entries({ east, west })) {
    matters[name] = (await care.receive({ content: '灯不亮', customer: { id } })).json().id;
    await care.act(matters[name] ?? '', 'agent', { act: 'forward', fields: { to: 'engineering' } });
  }
});

const ids = async (path: string, who = 'agent'): Promise<string[]> => (await care.read(path, who)).json().items.map((row: { id?: string; matter?: { id: string } }) => row.matter?.id ?? row.id).toSorted();
const within = (project: string): string => `project=${encodeURIComponent(project)}`;

describe('a project', () => {
  it('is the community, branch or area of a customer; the company knows them by name', async () => {
    expect((await care.read('/api/projects')).json().items).toEqual(['东苑', '西苑']);
  });

  it('narrows list, count, desk and its figures to what was received in it', async () => {
    expect(await ids(`/api/matters?${within('东苑')}`)).toEqual([matters['east']]);
    expect((await care.read(`/api/matters/count?${within('西苑')}`)).json().count).toBe(1);
    const whole = (await care.read('/api/desk?view=mine', 'manager')).json();
    const part = (await care.read(`/api/desk?view=mine&${within('东苑')}`, 'manager')).json();
    expect([whole.items.length, part.items.map((row: { matter: { id: string } }) => row.matter.id)]).toEqual([2, [matters['east']]]);
    expect(part.counts.now + part.counts.today + part.counts.later).toBe(1);
    for (const view of ['waiting', 'today', 'later']) {
      const parts = await Promise.all(['东苑', '西苑'].map((project) => ids(`/api/desk?view=${view}&${within(project)}`)));
      expect(parts.flat().toSorted()).toEqual((await ids(`/api/desk?view=${view}`)).filter((id) => Object.values(matters).includes(id)));
    }
    expect((await care.read(`/api/desk/revisits?${within('东苑')}`)).json().items).toEqual([]);
    const cockpit = (await care.read(`/api/cockpit?${within('东苑')}`, 'manager')).json();
    expect(cockpit.figures.find((each: { name: string }) => each.name === 'open')).toMatchObject({ now: 1, filter: { open: 'true', project: '东苑' } });
    expect((await care.read(`/api/desk?view=mine&${within('没有的')}`, 'manager')).json()).toMatchObject({ items: [], counts: { now: 0 } });
  });

  it('follows a matter that is corrected to another customer, and its desks', async () => {
    await care.act(matters['west'] ?? '', 'agent', { act: 'correct', fields: { customer: east, reason: '登记错了人' } });
    expect(await ids(`/api/matters?${within('东苑')}`)).toEqual([matters['east'], matters['west']].toSorted());
    expect(await ids(`/api/desk?view=mine&${within('西苑')}`, 'manager')).toEqual([]);
    expect(await ids(`/api/desk?view=mine&${within('东苑')}`, 'manager')).toEqual([matters['east'], matters['west']].toSorted());
  });

  it('is read along its own index, however long the desk is', async () => {
    const plan = await base.owner<{ 'QUERY PLAN': string }>({ text: `set enable_seqscan = off`, values: [] }).then(() => base.owner<{ 'QUERY PLAN': string }>({
      text: "explain select matter_id from desk_row where tenant_id = $1 and bearer = 'u:engineering' and lane = 'do' and project = '东苑' and project <> '' order by due, matter_id limit 50", values: [care.tenant],
    }));
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/desk_row_project/);
  });
});
