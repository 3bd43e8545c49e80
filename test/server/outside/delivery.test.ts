import { beforeEach, describe, expect, it } from 'vitest';
import type { OutsideChannels } from '../../../src/capabilities/notices/index.ts';
import { openProduct, testDatabase } from '../../support/index.ts';
import { receivers, SECRET } from '../../support/receivers.ts';
import { trialCompany, type TrialCompany } from '../../support/trial.ts';
import { openWays } from '../../support/ways.ts';

const base = await testDatabase(12);
const product = await openProduct(base);
const fake = await receivers(product.clock);
const ways = openWays(base, product);
const SECOND = 1000;
const MINUTE = 60_000;
/** A Monday in office hours. */
const MORNING = Date.parse('2026-03-02T09:00:00+08:00');

let company: TrialCompany;
let path: string;
beforeEach(async () => {
  // Every test has its own company and its own robot; both begin on the same morning.
  product.clock.set(MORNING);
  company = await trialCompany(base, product);
  path = `/wecom/${company.slug}`;
  await base.owner({ text: "update person set phone = '13900000001' where tenant_id = $1", values: [company.tenant] });
});
const robot = (more: object = {}) => ways.channel(company, 'wecom', { url: fake.address + path, mention: 'yes' }, more);

describe('a reminder', () => {
  it('reaches the group with the matter, the person and the link, once, a moment after it arose', async () => {
    await robot();
    const sender = ways.sender();
    const reply = await product.ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: '门坏了', facts: { severity: 'minor', injury: false, content: '门坏了' }, customer: { name: '王女士', phone: '13812345678' } } }, company.as.clerk);
    const { id, number } = reply.json() as { id: string; number: string };
    await product.ask({ method: 'POST', url: `/api/matters/${id}/acts`, payload: { act: 'chase' } }, company.as.manager);
    await sender.settle();
    expect(fake.taken(path)).toEqual([]);
    product.clock.advance(20 * SECOND);
    await Promise.all([sender, ways.sender()].map((one) => one.settle()));
    expect(fake.taken(path)).toHaveLength(1);
    const [message] = fake.taken(path);
    expect(message?.text).toMatch(new RegExp(`^致 clerk：催办：投诉 ${number} 请尽快办理「.+」，时限 .+\nhttps://care.example/matters/${id}\\?act=forward$`));
    expect(message?.mentioned).toEqual(['13900000001']);
    expect(message?.text).not.toContain('13812345678');
    expect(await ways.states(company)).toEqual({ sent: 1 });
  });

  it('waits for office hours where the channel keeps quiet, and does not where it does not', async () => {
    await robot();
    await ways.channel(company, 'wecom', { url: `${fake.address}${path}-loud`, mention: 'no' }, { quiet: false });
    product.clock.set(MORNING + 14 * 60 * MINUTE);
    const sender = ways.sender();
    await ways.put(company, company.id.clerk, 'chased');
    await sender.settle();
    product.clock.advance(MINUTE);
    await sender.settle();
    expect([fake.taken(path).length, fake.taken(`${path}-loud`).length]).toEqual([0, 1]);
    product.clock.set(Date.parse('2026-03-03T08:30:00+08:00'));
    await sender.settle();
    expect(fake.taken(path)).toHaveLength(1);
  });

  it('is not sent any more once it is read, and goes to nobody who has left', async () => {
    await robot();
    const sender = ways.sender();
    await ways.put(company, company.id.clerk, 'chased');
    await ways.put(company, company.id.boss, 'chased');
    await sender.settle();
    await product.ask({ method: 'POST', url: '/api/notices/read', payload: { all: true } }, company.as.clerk);
    await base.owner({ text: 'update person set left_at = now() where id = $1', values: [company.id.boss] });
    product.clock.advance(MINUTE);
    await sender.settle();
    expect([fake.taken(path), await ways.states(company)]).toEqual([[], { unneeded: 2 }]);
  });
});

describe('information', () => {
  it('goes out with the next digest, 09:00 or 17:00 of a working day', async () => {
    await robot();
    const sender = ways.sender();
    await ways.put(company, company.id.clerk, 'told');
    await sender.settle();
    product.clock.set(MORNING + 8 * 60 * MINUTE - 1);
    await sender.settle();
    expect(fake.taken(path)).toEqual([]);
    product.clock.set(MORNING + 8 * 60 * MINUTE);
    await sender.settle();
    expect(fake.taken(path)).toHaveLength(1);
  });
});

describe('many at once', () => {
  it('become one message for one person, the gravest first', async () => {
    await robot();
    const sender = ways.sender();
    for (let count = 1; count <= 7; count++) await ways.put(company, company.id.clerk, count === 4 ? 'breached' : 'chased', { number: `TS-${count}` });
    await sender.settle();
    product.clock.advance(20 * SECOND);
    await sender.settle();
    expect(fake.taken(path).map((message) => message.text.split('\n')[0])).toEqual(['致 clerk：您有 7 条通知，最急：超时：TS-4 的没有按时办']);
    expect(await ways.states(company)).toEqual({ sent: 7 });
  });

  it('two hundred overdue at two senders: no more than twenty a minute at the robot, one bundle for each person', async () => {
    await robot();
    const people: string[] = [];
    for (let count = 0; count < 40; count++) people.push(await product.person(company.tenant, { username: `p${count}`, name: `员工${count}`, unit: 'service' }));
    for (let count = 0; count < 200; count++) await ways.put(company, people[count % 25] ?? '', 'breached', { number: `TS-${count}` });
    for (let count = 0; count < 15; count++) await ways.put(company, people[25 + count] ?? '', 'breached', { number: `TS-one-${count}` });
    const senders = [ways.sender(), ways.sender()];
    const settle = () => Promise.all(senders.map((one) => one.settle()));
    await settle();
    product.clock.advance(20 * SECOND);
    await settle();
    const minutes: number[] = [];
    for (let minute = 0; minute < 6; minute++) {
      minutes.push(fake.taken(path).filter((message) => message.at > product.clock.now() - MINUTE).length);
      product.clock.advance(MINUTE + 10 * SECOND);
      await settle();
    }
    expect(Math.max(...minutes)).toBeLessThanOrEqual(20);
    expect(fake.asked(path)).toBe(40);
    const bundles = fake.taken(path).filter((message) => message.text.includes('您有 8 条通知'));
    expect([bundles.length, new Set(bundles.map((message) => message.text.slice(0, 8))).size]).toEqual([25, 25]);
    expect(await ways.states(company)).toEqual({ sent: 215 });
  }, 60_000);

  it('leave the last places of a minute to alarms', async () => {
    await robot();
    const people: string[] = [];
    for (let count = 0; count < 20; count++) people.push(await product.person(company.tenant, { username: `q${count}`, name: `员工${count}`, unit: 'service' }));
    for (const person of people) await ways.put(company, person, 'breached');
    const sender = ways.sender();
    await sender.settle();
    product.clock.advance(20 * SECOND);
    await sender.settle();
    expect(fake.taken(path)).toHaveLength(15);
    await ways.put(company, company.id.clerk, 'urgent');
    await sender.settle();
    expect(fake.taken(path).at(-1)?.text).toMatch(/【警报】紧急上报/);
  });
});

describe('a receiver that takes no more', () => {
  it('is left alone for the ten minutes it asks for, by every process, and then gets everything', async () => {
    path = `/dingtalk/${company.slug}`;
    await ways.channel(company, 'dingtalk', { url: `${fake.address}${path}?access_token=t`, secret: SECRET, mention: 'no' });
    fake.answer(path, (_request, response) => response.end(JSON.stringify({ errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' })));
    const [one, other] = [ways.sender(), ways.sender()];
    await ways.put(company, company.id.clerk, 'urgent');
    await one.settle();
    expect(fake.asked(path)).toBe(1);
    await ways.put(company, company.id.boss, 'urgent');
    for (let minute = 1; minute < 5; minute++) {
      product.clock.advance(MINUTE);
      await Promise.all([one.settle(), other.settle()]);
    }
    expect(fake.asked(path)).toBe(1);
    const listed = (await product.ask({ url: '/api/channels' }, company.as.boss)).json() as { items: { shutUntil: string | null; answered: { ok: boolean; text: string } }[] };
    expect(listed.items[0]).toMatchObject({ shutUntil: expect.any(String), answered: { ok: false, text: '钉钉说发送太快，机器人停用 10 分钟，之后自动再发' } });
    fake.answer(path, null);
    product.clock.set(MORNING + 10 * MINUTE);
    await one.settle();
    expect(fake.taken(path).map((message) => message.text.slice(0, 10)).toSorted()).toEqual([expect.stringContaining('boss'), expect.stringContaining('clerk')]);
  });

  it('that fails is tried again after 1, 5, 30 minutes and 2 hours, then given up with its words', async () => {
    await robot();
    fake.answer(path, (_request, response) => response.writeHead(502).end('bad gateway'));
    const sender = ways.sender();
    await ways.put(company, company.id.clerk, 'chased');
    await sender.settle();
    product.clock.advance(20 * SECOND);
    await sender.settle();
    const asked = [fake.asked(path)];
    for (const wait of [1, 5, 30, 120]) {
      product.clock.advance(wait * MINUTE);
      await sender.settle();
      asked.push(fake.asked(path));
    }
    expect([asked, await ways.states(company)]).toEqual([[1, 2, 3, 4, 5], { 'given-up': 1 }]);
    const [row] = (await base.owner({ text: 'select answer, attempts from delivery where tenant_id = $1', values: [company.tenant] })) as { answer: { zh: string }; attempts: number }[];
    expect(row).toMatchObject({ attempts: 5, answer: { zh: expect.stringContaining('状态 502') as string } });
  });

  it('that will never take it is not asked again', async () => {
    await robot();
    fake.answer(path, (_request, response) => response.end(JSON.stringify({ errcode: 93000, errmsg: 'invalid webhook url' })));
    const sender = ways.sender();
    await ways.put(company, company.id.clerk, 'urgent');
    await sender.settle();
    expect([fake.asked(path), await ways.states(company)]).toEqual([1, { 'given-up': 1 }]);
  });
});

describe('a process that dies between sending and marking', () => {
  it('leaves the message to the next, under the same id', async () => {
    await robot();
    const { channels } = product.context;
    const dying: OutsideChannels = { routes: (scope) => channels.routes(scope), names: (scope) => channels.names(scope), send: async (...message) => { await channels.send(...message); return new Promise(() => {}); } };
    await ways.put(company, company.id.clerk, 'urgent');
    const gone = ways.sender(dying);
    await expect.poll(() => fake.taken(path).length, { timeout: 10_000 }).toBe(1);
    // It hangs for ever in its answer: to everybody else it is dead.
    Object.assign(gone, { stop: () => Promise.resolve() });
    const next = ways.sender();
    await next.settle();
    expect(fake.taken(path)).toHaveLength(1);
    product.clock.advance(2 * MINUTE);
    await next.settle();
    expect(fake.taken(path)).toHaveLength(2);
    expect(new Set(fake.taken(path).map((message) => message.id)).size).toBe(1);
    expect(await ways.states(company)).toMatchObject({ sent: 1 });
  });
});

describe('a receiver that never finishes', () => {
  const hanging = (channel: string, hang: () => ReturnType<OutsideChannels['send']>): OutsideChannels => {
    const { outside } = product.context;
    return { routes: outside.routes, names: outside.names, send: (tenant, id, message, alarm) => (id === channel ? hang() : outside.send(tenant, id, message, alarm)) };
  };

  it('holds up no other channel, and nothing that is told inside the product', async () => {
    const silent = await ways.channel(company, 'wecom', { url: `${fake.address}/wecom/silent`, mention: 'no' });
    let letGo: () => void = () => undefined;
    const gone = new Promise<void>((settle) => { letGo = settle; });
    const sender = ways.sender(hanging(silent, async () => { await gone; return { is: 'refused', answer: { zh: '', en: '' } }; }));
    await ways.put(company, company.id.clerk, 'urgent');
    const other = await trialCompany(base, product);
    await ways.channel(other, 'wecom', { url: `${fake.address}/wecom/${other.slug}`, mention: 'no' });
    sender.wake();
    await expect.poll(() => ways.states(company)).toEqual({ waiting: 1 });
    await ways.put(other, other.id.clerk, 'urgent');
    product.clock.advance(MINUTE);
    sender.wake();
    await expect.poll(() => fake.taken(`/wecom/${other.slug}`).length, { timeout: 5_000 }).toBe(1);
    await ways.put(company, company.id.manager, 'urgent');
    sender.wake();
    await expect.poll(async () => ((await product.ask({ url: '/api/notices' }, company.as.manager)).json() as { items: unknown[] }).items.length, { timeout: 5_000 }).toBe(1);
    letGo();
  });

  it('has its message put off after a time, to be tried again with the same id', async () => {
    const silent = await ways.channel(company, 'wecom', { url: `${fake.address}/wecom/silent-2`, mention: 'no' });
    await ways.put(company, company.id.clerk, 'urgent');
    const sender = ways.sender(hanging(silent, () => new Promise(() => undefined)), 20);
    await sender.settle();
    const rows = await base.owner({ text: "select state, attempts, answer->>'zh' as answer, message_id is not null as kept from delivery where tenant_id = $1", values: [company.tenant] });
    expect(rows).toEqual([{ state: 'waiting', attempts: 1, answer: '对方迟迟没有答完，稍后再试', kept: true }]);
  });
});

describe('a demonstration', () => {
  it('sends nothing by itself, and one message where somebody presses the button', async () => {
    const id = await robot();
    await base.owner({ text: 'update tenant set demonstration = true where id = $1', values: [company.tenant] });
    product.context.identity.forget(company.tenant);
    const sender = ways.sender();
    await ways.put(company, company.id.clerk, 'urgent');
    await sender.settle();
    product.clock.advance(10 * MINUTE);
    await sender.settle();
    expect([fake.asked(path), await ways.states(company)]).toEqual([0, {}]);
    const reply = await product.ask({ method: 'POST', url: `/api/channels/${id}/test`, payload: {} }, company.as.boss);
    expect(reply.json()).toEqual({ ok: true, answer: '企业微信已接收。这是演示公司：通知不会真的发到外面。只有按“发送测试”时才发一条。' });
    expect(fake.asked(path)).toBe(1);
  });
});
