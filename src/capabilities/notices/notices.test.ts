import { beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#platform/db/index.ts';
import { serve } from '#platform/http/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { trialCompany, type TrialCompany } from '../../../test/support/trial.ts';
import { liveHub, noticeOperations, type News } from './index.ts';

const base = await testDatabase();
const product = await openProduct(base);
const server = await serve([...noticeOperations], { context: product.context, identify: product.context.identity.identify, checkAnswers: true });

let company: TrialCompany;
beforeEach(async () => { company = await trialCompany(base, product); });

const words = { number: 'TS-1', kind: '投诉', act: '转办', due: '2026-03-02T09:20:00+08:00', overdue: true, bearer: { title: '客服专员' }, outcome: null, insteadOf: null, clause: ['X-4.1-a'] };
const put = async (person: string, at: number, template = 'breached', content: object = words): Promise<string> => {
  const id = uuidv7();
  await base.owner({
    text: 'insert into notice (tenant_id, id, person_id, outbox_id, template, content, at) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [company.tenant, id, person, uuidv7(), template, JSON.stringify(content), new Date(at)],
  });
  return id;
};
const ask = (url: string, as: string, payload?: object) => server.inject({ url, headers: { cookie: as }, ...(payload ? { method: 'POST' as const, payload } : {}) });
const list = async (as: string, query = '') => (await ask(`/api/notices${query}`, as)).json() as { items: { id: string; text: string; read: boolean; at: string }[]; next: string | null; unread: number };

describe('one’s own notices', () => {
  it('are read newest first, page by page, in one’s own language and with nobody else’s', async () => {
    const ids: string[] = [];
    for (let at = 1; at <= 5; at++) ids.unshift(await put(company.id.clerk, at * 1000));
    await put(company.id.boss, 9000);
    const first = await list(company.as.clerk, '?limit=3');
    const second = await list(company.as.clerk, `?limit=3&cursor=${first.next}`);
    expect([[...first.items, ...second.items].map((each) => each.id), second.next, first.unread]).toEqual([ids, null, 5]);
    expect(first.items[0]).toMatchObject({ text: '超时：投诉 TS-1 的「转办」没有按时办，时限 2026-03-02 09:20，由客服专员办理', clause: ['X-4.1-a'], at: '1970-01-01T08:00:05+08:00', read: false });
    await base.owner({ text: "update person set language = 'en' where id = $1", values: [company.id.clerk] });
    product.context.identity.forget(company.tenant);
    expect((await list(company.as.clerk, '?limit=1')).items[0]?.text).toBe('Overdue: 投诉 TS-1 “转办” was not done in time, due 2026-03-02 09:20, owed by 客服专员');
  });

  it('name a colleague by the name he has now', async () => {
    await put(company.id.boss, 1, 'reminded', { ...words, bearer: { person: company.id.clerk } });
    expect((await list(company.as.boss)).items[0]?.text).toMatch(/由clerk办理$/);
  });

  it('are marked as read, some or all, and never somebody else’s', async () => {
    const [one, two, theirs] = [await put(company.id.clerk, 1), await put(company.id.clerk, 2), await put(company.id.boss, 3)];
    expect((await ask('/api/notices/read', company.as.clerk, { ids: [one, theirs] })).json()).toEqual({ unread: 1 });
    expect((await list(company.as.clerk)).items.map((each) => [each.id, each.read])).toEqual([[two, false], [one, true]]);
    expect((await list(company.as.boss)).unread).toBe(1);
    expect((await ask('/api/notices/read', company.as.clerk, { all: true })).json()).toEqual({ unread: 0 });
  });

  it('do not stumble over a cursor that was never given', async () => {
    const { next } = { next: Buffer.from(JSON.stringify(['x', 1])).toString('base64url') };
    expect((await ask(`/api/notices?cursor=${next}`, company.as.clerk)).statusCode).toBe(422);
    const given = (await (async () => { await put(company.id.clerk, 1); await put(company.id.clerk, 2); return list(company.as.clerk, '?limit=1'); })()).next ?? '';
    const [mark] = JSON.parse(Buffer.from(given, 'base64url').toString()) as [string];
    for (const place of [[], ['a', 'b'], [8.65e15, uuidv7()], [1, 'no id']]) {
      expect((await ask(`/api/notices?cursor=${Buffer.from(JSON.stringify([mark, ...place])).toString('base64url')}`, company.as.clerk)).statusCode).toBe(422);
    }
  });
});

describe('live news', () => {
  const hub = liveHub();
  const listening = (tenant: string, person: string) => {
    const heard: News[] = [];
    return { heard, stop: hub.subscribe(tenant, person, (news) => heard.push(news)) };
  };

  it('of a matter go to everybody of the company, with nothing but what to read again', () => {
    const [li, wang, stranger] = [listening('a', 'li'), listening('a', 'wang'), listening('b', 'li')];
    hub.publish('a', { event: 'matter', payload: { id: 'm', version: 3, seq: 9, content: 'secret' } });
    expect([li.heard, wang.heard, stranger.heard]).toEqual([[{ event: 'matter', payload: { id: 'm', version: 3 } }], [{ event: 'matter', payload: { id: 'm', version: 3 } }], []]);
    for (const each of [li, wang, stranger]) each.stop();
  });

  it('of a notice go to its person alone, in all his browsers, until he stops listening', () => {
    const [first, second, wang] = [listening('a', 'li'), listening('a', 'li'), listening('a', 'wang')];
    first.stop();
    first.stop();
    hub.publish('a', { event: 'notice', payload: { person: 'li', id: 'n' } });
    expect([first.heard, second.heard, wang.heard]).toEqual([[], [{ event: 'notice', payload: { id: 'n' } }], []]);
    second.stop();
    wang.stop();
  });

  it('reach the browser as events of a stream; matters only who may work on them', async () => {
    const stranger = await product.person(company.tenant, { username: 'stranger', password: 'a long password' });
    const cookie = await product.signIn(company.slug, 'stranger', 'a long password');
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    const leave = new AbortController();
    const open = async (as: string) => (await fetch(`${address}/api/live`, { headers: { cookie: as }, signal: leave.signal })).body?.getReader();
    const [clerk, other, manager] = [await open(company.as.clerk), await open(cookie), await open(company.as.manager)];
    const heard = async (reader: typeof clerk, end: RegExp): Promise<string> => {
      let text = '';
      while (!end.test(text)) text += Buffer.from((await reader?.read())?.value ?? []).toString();
      return text;
    };
    await Promise.all([clerk, other, manager].map((each) => heard(each, /: open/)));
    product.context.live.publish(company.tenant, { event: 'matter', payload: { id: 'm', version: 1 } });
    // A matter of which the clerk may not know leaves no trace in his stream, not even that it is there.
    expect((await product.ask({ method: 'POST', url: '/api/matters', payload: { kind: 'tip', channel: 'letter', content: '有人私收费用' } }, company.as.manager)).statusCode).toBe(201);
    for (const person of [company.id.clerk, stranger, company.id.manager]) product.context.live.publish(company.tenant, { event: 'notice', payload: { person, id: `for ${person}` } });
    const told = await Promise.all([heard(clerk, /for .*\n\n/), heard(other, /for .*\n\n/)]);
    expect(told).toEqual([`event: matter\ndata: {"id":"m","version":1}\n\nevent: notice\ndata: {"id":"for ${company.id.clerk}"}\n\n`, `event: notice\ndata: {"id":"for ${stranger}"}\n\n`]);
    expect((await heard(manager, /for .*\n\n/)).match(/event: matter/g)).toHaveLength(2);
    leave.abort();
    await server.close();
  });
});
