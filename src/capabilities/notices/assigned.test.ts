import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#platform/db/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { trialCompany, type TrialCompany } from '../../../test/support/trial.ts';
import { startOutbox, type Outbox } from './index.ts';

const base = await testDatabase(6);
const product = await openProduct(base);
let company: TrialCompany;
let sender: Outbox;

/** Nobody is told by a rule; the manager of the service unit has to look at every major complaint, and may. */
const looksAtIt = (rules: string): string => rules
  .replace('when: severity is major, then: [ { tell: { every: manager } } ]', 'when: amount > 9999 CNY, then: [ { tell: { every: manager } } ]')
  .replace('    stages: [received, with-unit, resolved, closed]\n    acts:\n', '    stages: [received, with-unit, resolved, closed]\n    acts:\n      look: { title: 过目, is: record, may: manager, ours: test }\n')
  .replace('  resolve: { of: complaint', '  look: { of: complaint, after: receive, when: severity is major, who: manager of service, do: look, due: 10 minutes, ours: test }\n  look-again: { of: complaint, after: receive, when: severity is major, who: manager of service, do: look, due: 1 hour, ours: test }\n  resolve: { of: complaint')
  .replace('injury: { title: 人身伤害, type: tick }', 'injury: { title: 人身伤害, type: tick, danger: true }');

beforeEach(async () => {
  company = await trialCompany(base, product, null, looksAtIt);
  sender = startOutbox({ db: base.database, clock: product.clock, live: { publish: () => undefined }, log: silentLog, mail: null, publicUrl: null });
});
afterEach(() => sender.stop());

const post = async (url: string, payload: object, as = company.as.clerk) => {
  const reply = await product.ask({ method: 'POST', url, payload }, as);
  expect(reply.statusCode, reply.body).toBeLessThan(300);
  return reply.json() as { id: string; number: string };
};
const receive = (facts: object) => post('/api/matters', { kind: 'complaint', channel: 'phone', content: '电梯困人', facts: { content: '电梯困人', ...facts } });
const act = (matter: string, name: string, fields: object = {}, as = company.as.clerk) => post(`/api/matters/${matter}/acts`, { act: name, fields }, as);
interface Told { readonly template: string; readonly class: string; readonly text: string; readonly clause: readonly string[] }
const toldTo = async (as: string): Promise<readonly Told[]> => {
  await sender.settle();
  return ((await product.ask({ url: '/api/notices' }, as)).json() as { items: Told[] }).items;
};
const leave = async (who: 'boss' | 'manager', by: 'clerk' | 'manager') => {
  await base.owner({
    text: 'insert into absence (tenant_id, id, person_id, from_at, until_at, substitute_id, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $3, $4)',
    values: [company.tenant, uuidv7(), company.id[who], new Date(0), new Date('2099-01-01'), company.id[by]],
  });
  await base.owner({ text: 'update tenant set directory_version = directory_version + 1 where id = $1', values: [company.tenant] });
};

describe('“new for me”', () => {
  it('of a major complaint by day leaves with the complaint itself, and reaches whoever has to act on it as one alarm', async () => {
    const { id, number } = await receive({ severity: 'major' });
    expect(await base.owner({ text: 'select template, recipients from outbox where tenant_id = $1 and matter_id = $2', values: [company.tenant, id] })).toEqual([{ template: 'assigned', recipients: [{ position: 'manager', unit: 'service' }] }]);
    expect(await toldTo(company.as.manager)).toEqual([expect.objectContaining({ template: 'assigned', class: 'alarm', text: expect.stringMatching(new RegExp(`^交办：投诉 ${number} 交给您办理「过目」，时限 `)) as string })]);
    expect([await toldTo(company.as.clerk), await toldTo(company.as.boss)]).toEqual([[], []]);
  });

  it('of a minor complaint reminds the department it is forwarded to, each of its people once, with the clause', async () => {
    const { id } = await receive({ severity: 'minor' });
    await act(id, 'forward', { to: 'works' });
    expect(await toldTo(company.as.boss)).toEqual([expect.objectContaining({ template: 'assigned', class: 'reminder', clause: ['X-4.2'] })]);
    expect([await toldTo(company.as.manager), await toldTo(company.as.clerk)]).toEqual([[], []]);
  });

  it('alarms whom a complaint with somebody in danger is passed on to, whatever its severity', async () => {
    const { id } = await receive({ severity: 'minor', injury: true });
    await act(id, 'forward', { to: 'works' });
    expect(await toldTo(company.as.boss)).toEqual([expect.objectContaining({ template: 'assigned', class: 'alarm' })]);
  });

  it('handled by one of several who owe it together makes it his: the others see his name, and their alarm is over', async () => {
    const { id } = await receive({ severity: 'minor', injury: true });
    await act(id, 'forward', { to: 'works' });
    const second = await product.person(company.tenant, { username: 'second', unit: 'works', positions: [{ position: 'manager', unit: 'works' }], password: 'a long password' });
    const asSecond = await product.signIn(company.slug, 'second', 'a long password');
    expect(await toldTo(asSecond)).toHaveLength(1);
    await toldTo(company.as.boss);
    const [alarm] = ((await product.ask({ url: '/api/notices?class=alarm&open=true' }, company.as.boss)).json() as { items: { id: string }[] }).items;
    await post(`/api/notices/${alarm?.id}/take`, { how: 'handling' }, company.as.boss);
    const owed = ((await product.ask({ url: `/api/matters/${id}` }, asSecond)).json() as { obligations: { state: string; bearer: { person?: string; unit?: string }; bearerTitle: string }[] }).obligations.filter((each) => each.state === 'open');
    expect(owed.map((each) => each.bearer.person)).toContain(company.id.boss);
    expect(owed.map((each) => each.bearer.person)).not.toContain(second);
    expect(((await product.ask({ url: '/api/notices?class=alarm&open=true' }, asSecond)).json() as { items: unknown[] }).items).toEqual([]);
  });

  it('handled by two at the same moment is one’s with the work, never the alarm the one’s and the work the other’s', async () => {
    const second = await product.person(company.tenant, { username: 'second', unit: 'works', positions: [{ position: 'manager', unit: 'works' }], password: 'a long password' });
    const people = [{ id: company.id.boss, as: company.as.boss }, { id: second, as: await product.signIn(company.slug, 'second', 'a long password') }];
    for (let round = 0; round < 8; round++) {
      const { id } = await receive({ severity: 'minor', injury: true });
      await act(id, 'forward', { to: 'works' });
      await sender.settle();
      const alarms = await Promise.all(people.map(async ({ as }) => ((await product.ask({ url: '/api/notices?class=alarm&open=true' }, as)).json() as { items: { id: string }[] }).items[0]?.id ?? ''));
      await Promise.all(people.map(({ as }, at) => post(`/api/notices/${alarms[at]}/take`, { how: 'handling' }, as)));
      const handled = (await base.owner({ text: 'select distinct handled_by from notice where tenant_id = $1 and id = any($2::uuid[])', values: [company.tenant, alarms] })) as { handled_by: string }[];
      expect(handled).toHaveLength(1);
      const { obligations } = (await product.ask({ url: `/api/matters/${id}` }, company.as.clerk)).json() as { obligations: { state: string; bearer: { person?: string; unit?: string } }[] };
      const named = obligations.filter((each) => each.state === 'open').flatMap((each) => (people.some((one) => one.id === each.bearer.person) ? [each.bearer.person] : []));
      expect([...new Set(named)]).toEqual([handled[0]?.handled_by]);
      expect(await base.owner({ text: "select 1 from refusal where tenant_id = $1 and matter_id = $2", values: [company.tenant, id] })).toEqual([]);
    }
    // Whoever reported it hears of it before the next test looks at what waits.
    await sender.settle();
  });

  it('is not said any more when it was done before anybody could be told', async () => {
    const { id } = await receive({ severity: 'major' });
    await act(id, 'look', {}, company.as.manager);
    expect((await toldTo(company.as.manager)).map((each) => each.template)).toEqual([]);
  });

  it('is also for the substitute of somebody on leave, who hears for whom', async () => {
    await leave('boss', 'manager');
    const { id } = await receive({ severity: 'minor' });
    await act(id, 'forward', { to: 'works' });
    expect(await toldTo(company.as.manager)).toEqual([expect.objectContaining({ template: 'assigned', text: expect.stringMatching(/「.+」，时限 .*（boss不在，请您代办）$/) as string })]);
    expect(await toldTo(company.as.boss)).toHaveLength(1);
  });

  it('is for nobody where the substitute has just done it himself', async () => {
    await leave('boss', 'clerk');
    const { id } = await receive({ severity: 'minor' });
    await act(id, 'forward', { to: 'works' });
    expect(await toldTo(company.as.clerk)).toEqual([]);
  });
});
