import { beforeEach, describe, expect, it } from 'vitest';
import { openProduct, testDatabase } from '../../support/index.ts';
import { receivers } from '../../support/receivers.ts';
import { trialCompany, type TrialCompany } from '../../support/trial.ts';
import { openWays } from '../../support/ways.ts';

const base = await testDatabase(12);
const product = await openProduct(base);
const fake = await receivers(product.clock);
const ways = openWays(base, product);
const MINUTE = 60_000;
const NIGHT = Date.parse('2026-03-02T02:00:00+08:00');

let company: TrialCompany;
let path: string;
beforeEach(async () => {
  product.clock.set(NIGHT);
  company = await trialCompany(base, product);
  path = `/wecom/${company.slug}`;
  await ways.channel(company, 'wecom', { url: fake.address + path, mention: 'no' });
});

interface Listed { id: string; class: string; title: string; link: string; act: string | null; due: string | null; takenAt: string | null; takenBy: { name: string } | null; climbs: { to: string } | null; text: string }
const mine = async (as: string, query = '') => (await product.ask({ url: `/api/notices${query}` }, as)).json() as { items: Listed[]; alarms: number };
const take = (as: string, id: string, how: string) => product.ask({ method: 'POST', url: `/api/notices/${id}/take`, payload: { how } }, as);
const deadlocks = async () => ((await base.owner({ text: 'select deadlocks::integer as count from pg_stat_database where datname = current_database()', values: [] }))[0] as { count: number }).count;
const receive = async () => {
  const facts = { severity: 'major', injury: true, content: '电梯困人' };
  const reply = await product.ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: '电梯困人', facts, customer: { name: '王女士', phone: '13812345678' } } }, company.as.clerk);
  return reply.json() as { id: string; number: string };
};
const wait = async (minutes: number, sender: { settle(): Promise<void> }): Promise<void> => {
  product.clock.advance(minutes * MINUTE);
  await sender.settle();
};

describe('an alarm', () => {
  it('goes out at once at night, to everybody it is for, with all that a browser needs to sound', async () => {
    const { id, number } = await receive();
    await ways.sender().settle();
    expect(fake.taken(path).map((message) => message.text).toSorted()).toEqual(['boss', 'manager'].map((name) => `致 ${name}：【警报·重大】知会：投诉 ${number} 已登记，请您知道\nhttps://care.example/matters/${id}`));
    const { items, alarms } = await mine(company.as.manager, '?class=alarm&open=true');
    expect([alarms, items]).toEqual([1, [expect.objectContaining({ class: 'alarm', title: `【重大】电梯困人（${number}）`, link: `/matters/${id}`, takenAt: null, takenBy: null })]]);
  });

  it('is told again every five minutes until it is taken, to whoever has not taken it', async () => {
    await receive();
    const sender = ways.sender();
    await sender.settle();
    for (let count = 1; count <= 3; count++) await wait(5, sender);
    expect(fake.taken(path)).toHaveLength(8);
    const [alarm] = (await mine(company.as.manager)).items;
    const reply = await take(company.as.manager, alarm?.id ?? '', 'seen');
    expect(reply.json()).toMatchObject({ takenAt: '2026-03-02T02:15:00+08:00', takenBy: { name: 'manager' }, read: true });
    await wait(5, sender);
    expect(fake.taken(path).slice(8).map((message) => message.text.slice(0, 6))).toEqual(['致 boss']);
    expect((await mine(company.as.boss)).alarms).toBe(1);
  });

  it('is over for everybody once somebody handles it, and browsers hear of that', async () => {
    await receive();
    const sender = ways.sender();
    await sender.settle();
    const heard: unknown[] = [];
    const stop = product.context.liveHub.subscribe(company.tenant, company.id.boss, (news) => heard.push(news));
    const [alarm] = (await mine(company.as.manager)).items;
    expect((await take(company.as.manager, alarm?.id ?? '', 'handling')).statusCode).toBe(200);
    stop();
    await wait(60, sender);
    expect(fake.taken(path).map((message) => message.text.slice(0, 4)).toSorted()).toEqual(['致 bo', '致 ma']);
    const theirs = await mine(company.as.boss);
    expect([theirs.alarms, theirs.items[0]?.takenBy?.name]).toEqual([0, 'manager']);
    expect(heard.filter((news) => (news as { event: string }).event === 'notice')).toEqual([{ event: 'notice', payload: { id: theirs.items[0]?.id, class: 'alarm', taken: true } }]);
  });

  it('is told of in the matter by whoever handles it, with his name and the time, and whoever reported it hears of that', async () => {
    const { id, number } = await receive();
    const sender = ways.sender();
    await sender.settle();
    const [alarm] = (await mine(company.as.manager)).items;
    await take(company.as.manager, alarm?.id ?? '', 'handling');
    await sender.settle();
    const matter = (await product.ask({ url: `/api/matters/${id}` }, company.as.clerk)).json();
    expect(matter.attended).toEqual({ name: 'manager', at: expect.stringContaining('T02:00:00') });
    const { items } = (await product.ask({ url: `/api/matters/${id}/events` }, company.as.clerk)).json() as { items: { act: string; title: string; actor: { name: string } }[] };
    expect(items.at(-1)).toMatchObject({ act: 'take-work', title: '我来处理', actor: { name: 'manager' } });
    expect((await mine(company.as.clerk)).items.map((each) => [each.class, each.text])).toContainEqual(['information', `有人处理：投诉 ${number} 的警报由manager来处理`]);
    await take(company.as.boss, (await mine(company.as.boss)).items[0]?.id ?? '', 'handling');
    expect((await product.ask({ url: `/api/matters/${id}` }, company.as.clerk)).json().attended.name).toBe('manager');
  });

  it('and all others of its matter are handled by one press: the matter tells of it once', async () => {
    const { id } = await receive();
    const sender = ways.sender();
    for (const who of ['manager', 'boss'] as const) await ways.put(company, company.id[who], 'urgent', { matter: id, content: { seq: 98 } });
    await sender.settle();
    const alarms = (await mine(company.as.manager, '?class=alarm&open=true')).items;
    expect(alarms).toHaveLength(2);
    for (const alarm of alarms) expect((await take(company.as.manager, alarm.id, 'handling')).json()).toMatchObject({ takenBy: { name: 'manager' } });
    expect((await mine(company.as.boss)).alarms).toBe(0);
    const { items } = (await product.ask({ url: `/api/matters/${id}/events` }, company.as.clerk)).json() as { items: { act: string }[] };
    expect(items.filter((each) => each.act === 'take-work')).toHaveLength(1);
  });

  it('climbs once to the next above where the policy has no ladder of its own, says so to both, and not once somebody has taken it', async () => {
    const { id } = await receive();
    const sender = ways.sender();
    await ways.put(company, company.id.clerk, 'urgent', { matter: id, content: { seq: 98 } });
    await sender.settle();
    const [first] = (await mine(company.as.clerk)).items;
    expect(first).toMatchObject({ class: 'alarm', climbs: { to: '部门经理', at: '2026-03-02T02:05:00+08:00' } });
    await wait(5, sender);
    await wait(5, sender);
    const told = (await mine(company.as.manager)).items.filter((each) => each.text.includes('系统默认'));
    expect(told.map((each) => each.text)).toEqual([expect.stringMatching(/^紧急上报：.+（5 分钟没人接，按系统默认通知上一级）$/)]);
    await ways.put(company, company.id.clerk, 'urgent', { matter: id, content: { seq: 99 } });
    await sender.settle();
    const [second] = (await mine(company.as.clerk)).items;
    await take(company.as.clerk, second?.id ?? '', 'seen');
    await wait(30, sender);
    expect((await mine(company.as.manager)).items.filter((each) => each.text.includes('系统默认'))).toHaveLength(1);
  });

  it('is not told again once what it asked for is done', async () => {
    const { id } = await receive();
    const sender = ways.sender();
    await ways.put(company, company.id.clerk, 'urgent', { matter: id, content: { obligation: 'forward/1/1' } });
    await sender.settle();
    const [owed] = (await base.owner({ text: "select state->'obligations'->0->>'key' as key from matter where id = $1", values: [id] })) as { key: string }[];
    await base.owner({ text: "update outbox set content = jsonb_set(content, '{obligation}', to_jsonb($2::text)) where tenant_id = $1 and template = 'urgent'", values: [company.tenant, owed?.key] });
    const before = fake.taken(path).filter((message) => message.text.startsWith('致 clerk')).length;
    const acted = await product.ask({ method: 'POST', url: `/api/matters/${id}/acts`, payload: { act: 'forward', fields: { to: { unit: 'works' } } } }, company.as.clerk);
    expect(acted.statusCode, acted.body).toBe(200);
    await wait(5, sender);
    await wait(30, sender);
    expect([before, fake.taken(path).filter((message) => message.text.startsWith('致 clerk')).length]).toEqual([1, 1]);
  });

  it('is handled by one of two who take it at once, and the other is told by whom, without a deadlock', async () => {
    for (let round = 0; round < 4; round++) {
      const { id } = await receive();
      await ways.sender().settle();
      const people = ['manager', 'boss'] as const;
      const alarms = await Promise.all(people.map(async (who) => (await mine(company.as[who])).items[0]?.id ?? ''));
      const before = await deadlocks();
      const replies = await Promise.all(people.map((who, at) => take(company.as[who], alarms[at] ?? '', 'handling')));
      expect(replies.map((reply) => reply.statusCode)).toEqual([200, 200]);
      expect(new Set(replies.map((reply) => (reply.json() as Listed).takenBy?.name)).size).toBe(1);
      expect(await deadlocks()).toBe(before);
      const told = (await product.ask({ url: `/api/matters/${id}/notices` }, company.as.clerk)).json() as { items: { takenHow: string | null }[] };
      expect(told.items.map((each) => each.takenHow).toSorted()).toEqual(['handling', 'seen']);
    }
  });

  it('is nobody else’s to take', async () => {
    await receive();
    await ways.sender().settle();
    const [alarm] = (await mine(company.as.manager)).items;
    expect((await take(company.as.boss, alarm?.id ?? '', 'seen')).statusCode).toBe(404);
    expect((await mine(company.as.manager)).alarms).toBe(1);
  });
});

describe('who was told of a matter', () => {
  it('stands with it: by which way, when it was read, by whom it was taken', async () => {
    const { id } = await receive();
    await ways.sender().settle();
    const [alarm] = (await mine(company.as.manager)).items;
    await take(company.as.manager, alarm?.id ?? '', 'handling');
    const { items, note } = (await product.ask({ url: `/api/matters/${id}/notices` }, company.as.clerk)).json() as { items: { person: { name: string } }[]; note: string | null };
    const at = '2026-03-02T02:00:00+08:00';
    expect(note).toBeNull();
    expect(items.toSorted((left, right) => left.person.name.localeCompare(right.person.name))).toEqual([
      expect.objectContaining({ person: { id: company.id.boss, name: 'boss' }, class: 'alarm', readAt: null, takenAt: null, takenHow: null, deliveries: [{ channel: 'wecom 群', state: 'sent', at, attempts: 1, answer: '企业微信已接收' }] }),
      expect.objectContaining({ person: { id: company.id.manager, name: 'manager' }, readAt: at, takenAt: at, takenHow: 'handling' }),
    ]);
  });

  it('is told to nobody to whom the matter does not exist', async () => {
    const reply = await product.ask({ method: 'POST', url: '/api/matters', payload: { kind: 'tip', channel: 'letter', content: '有人私收费用' } }, company.as.manager);
    const { id } = reply.json() as { id: string };
    expect((await product.ask({ url: `/api/matters/${id}/notices` }, company.as.manager)).statusCode).toBe(200);
    expect((await product.ask({ url: `/api/matters/${id}/notices` }, company.as.clerk)).statusCode).toBe(404);
  });
});
