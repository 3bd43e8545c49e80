import { beforeAll, describe, expect, it } from 'vitest';
import { fireWhatIsDue } from '../../src/capabilities/matters/index.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../support/index.ts';

const base = await testDatabase(16);
const product = await openProduct(base);
const MONDAY = Date.parse('2026-03-02T09:00:00+08:00');
let care: Care;

type Json = Record<string, unknown>;
type Owed = Json & { id: string; duty: string; state: string; dueAt: string | null };
interface Matter { id: string; number: string; version: number; ended: string | null; stage: string; content: string; obligations: Owed[]; marks: { id: string; count: number }[]; approvals: (Json & { id: string; status: string })[]; merged: Json[]; mergedInto: Json | null; customer: { id: string; name: string } | null }
interface Event { seq: number; type: string; act: string; title: string; recalled: boolean; lines: string[]; was: Json[]; body: Json; words: Record<string, string> }
interface Possible { act: string; allowed: boolean; approved: boolean; approval: string | null; given: Json; asks: { name: string; values: { id: string; hint: string | null }[] }[]; means: string | null; refusals: { who: string[]; text: string }[] }

beforeAll(async () => {
  care = await arrangeCare(base, product);
  product.clock.set(MONDAY);
});

const received = async (more: Json = {}): Promise<Matter> => { const reply = await care.receive(more); expect(reply.statusCode, reply.body).toBe(201); return reply.json() as Matter; };
const does = async (id: string, who: string, payload: Json): Promise<{ matter: Matter; events: Event[] }> => { const reply = await care.act(id, who, payload); expect(reply.statusCode, reply.body).toBe(200); return reply.json() as { matter: Matter; events: Event[] }; };
const matterOf = async (id: string): Promise<Matter> => (await care.read(`/api/matters/${id}`)).json() as Matter;
const eventsOf = async (id: string): Promise<Event[]> => ((await care.read(`/api/matters/${id}/events`)).json() as { items: Event[] }).items;
const actsOf = async (id: string, who = 'agent'): Promise<Possible[]> => (await care.read(`/api/matters/${id}/acts`, who)).json() as Possible[];
const owed = (matter: Matter, duty: string): Owed => { const found = matter.obligations.findLast((each) => each.duty === duty); if (!found) throw new Error(`nobody owes ${duty}`); return found; };
const forwarded = async (): Promise<Matter> => (await does((await received()).id, 'agent', { act: 'forward', fields: { to: 'engineering' } })).matter;
const lettersOf = async (id: string): Promise<readonly { template: string; recipients: Json[] }[]> => (await base.owner({ text: 'select template, recipients from outbox where matter_id = $1 order by created_at, id', values: [id] })) as { template: string; recipients: Json[] }[];
const markOf = (matter: Matter, id: string): number => matter.marks.find((each) => each.id === id)?.count ?? 0;

describe('verbs of daily life over HTTP', () => {
  it('return 退回: the receiver gives it back with a reason, and the forwarder owes it again', async () => {
    const { id } = await forwarded();
    expect((await care.act(id, 'engineer', { act: 'return' })).statusCode).toBe(422);
    const { matter } = await does(id, 'engineer', { act: 'return', fields: { reason: '不归工程部' } });
    expect(matter).toMatchObject({ stage: 'taken-up', roles: {} });
    expect(owed(matter, 'complaint.returned')).toMatchObject({ state: 'open', act: 'forward', bearerTitle: 'agent' });
    expect(owed(matter, 'resolve')).toMatchObject({ bearerTitle: '还没有经办人', bearerWords: { zh: '还没有经办人', en: 'nobody yet' } });
    expect(markOf(matter, 'returned')).toBe(1);
    expect((await lettersOf(id)).map((each) => each.template)).toContain('returned');
  });

  it('taken work 我来处理 goes back to all of them when the one who took it is moved elsewhere', async () => {
    const moved = await product.person(care.tenant, { username: 'moved', unit: 'engineering', positions: [{ position: 'repair-worker', unit: 'engineering' }], password: 'a long password' });
    await product.person(care.tenant, { username: 'admin', administrator: true, password: 'a long password' });
    const [his, admin] = [await product.signIn('care', 'moved', 'a long password'), await product.signIn('care', 'admin', 'a long password')];
    const { id } = await forwarded();
    expect((await product.ask({ method: 'POST', url: `/api/matters/${id}/acts`, payload: { act: 'take-work' } }, his)).statusCode).toBe(200);
    expect(owed(await matterOf(id), 'investigate')['bearerTitle']).toContain('moved');
    const payload = { unit: 'customer-service', positions: [{ position: 'cs-staff', unit: 'customer-service' }] };
    expect((await product.ask({ method: 'PATCH', url: `/api/people/${moved}`, payload }, admin)).statusCode).toBe(200);
    expect(owed(await matterOf(id), 'investigate')['bearerTitle']).not.toContain('moved');
    expect((await care.act(id, 'engineer', { act: 'take-work' })).statusCode).toBe(200);
  });

  it('approvals: rejected and returned for change say why, and stand in the timeline', async () => {
    const { id, obligations } = await forwarded();
    const fields = { obligation: keyOf(obligations, 'resolve'), until: '2026-03-06T12:00:00+08:00', reason: '等备件' };
    const first = (await product.ask({ method: 'POST', url: `/api/matters/${id}/approvals`, payload: { act: 'extend', fields } }, care.as('engineer'))).json() as { id: string };
    const decide = (approval: string, payload: Json) => product.ask({ method: 'POST', url: `/api/approvals/${approval}/decision`, payload }, care.as('manager'));
    expect((await decide(first.id, { decision: 'return' })).statusCode).toBe(422);
    const returned = await decide(first.id, { decision: 'return', opinion: '写清哪天到货' });
    expect(returned.statusCode, returned.body).toBe(200);
    expect((await matterOf(id)).approvals).toMatchObject([{ status: 'returned', reason: '等备件' }]);
    const second = (await product.ask({ method: 'POST', url: `/api/matters/${id}/approvals`, payload: { act: 'extend', fields } }, care.as('engineer'))).json() as { id: string };
    expect((await decide(second.id, { decision: 'reject', opinion: '不同意' })).statusCode).toBe(200);
    const lines = (await eventsOf(id)).filter((each) => each.type === 'approval-decided').map((each) => each.lines.join(' '));
    expect(lines).toEqual([expect.stringContaining('退回修改'), expect.stringContaining('驳回')]);
  });

  it('extend 延期: approved, it is one press with what was given, and the explanation says from when to when', async () => {
    const { id, obligations } = await forwarded();
    const fields = { obligation: keyOf(obligations, 'resolve'), until: '2026-03-06T12:00:00+08:00', reason: '等备件' };
    const refused = await care.act(id, 'engineer', { act: 'extend', fields });
    expect(refused.statusCode).toBe(409);
    expect(refused.json().details.refusals).toMatchObject([{ kind: 'approval', who: expect.arrayContaining(['cs-manager']), needs: [{ is: 'approval' }] }]);
    const asked = (await product.ask({ method: 'POST', url: `/api/matters/${id}/approvals`, payload: { act: 'extend', fields } }, care.as('engineer'))).json() as { id: string };
    expect((await product.ask({ method: 'POST', url: `/api/approvals/${asked.id}/decision`, payload: { decision: 'approve' } }, care.as('manager'))).statusCode).toBe(200);
    const ready = (await actsOf(id, 'engineer')).find((each) => each.act === 'extend');
    expect(ready).toMatchObject({ allowed: true, approved: true, approval: asked.id, given: fields });
    const { matter } = await does(id, 'engineer', { act: 'extend', fields: ready?.given });
    const moved = owed(matter, 'resolve');
    expect(moved).toMatchObject({ dueAt: '2026-03-06T12:00:00+08:00', extendedFrom: expect.stringMatching(/^2026-03-05/) });
    const told = (await care.read(`/api/obligations/${moved.id}/explanation`)).json();
    expect(told).toMatchObject({ extended: [{ to: '2026-03-06T12:00:00+08:00', by: 'engineer', approvedBy: ['manager'] }], toWords: '2026年3月6日 12:00', customer: { zh: expect.stringContaining('最迟 2026年3月6日 12:00 前') } });
    expect(told.days.at(-1)).toMatchObject({ date: '2026-03-06', weekday: '周五', windows: [{ from: '08:30', to: '12:00' }] });
    expect(told.then[0].who).not.toEqual([]);
  });

  it('recall 撤回: an event more, the act struck through, the old work with its old time, and a notice to those who were told', async () => {
    const before = await received();
    const due = owed(before, 'forward').dueAt;
    await does(before.id, 'agent', { act: 'forward', fields: { to: 'engineering' } });
    const { matter, events } = await does(before.id, 'agent', { act: 'recall' });
    expect(events).toMatchObject([{ type: 'recalled', act: 'recall', title: '撤回' }]);
    expect(owed(matter, 'forward')).toMatchObject({ state: 'open', dueAt: due });
    expect(matter.version).toBe(before.version + 2);
    expect((await eventsOf(before.id)).find((each) => each.act === 'forward')?.recalled).toBe(true);
    const stale = await care.act(before.id, 'agent', { act: 'note', fields: { text: 'x' }, version: before.version });
    expect(stale.json()).toMatchObject({ error: 'changed', details: { version: matter.version, events: [{ act: 'forward' }, { act: 'recall' }] } });
    await does(before.id, 'agent', { act: 'forward', fields: { to: 'engineering' } });
    await does(before.id, 'engineer', { act: 'investigate', fields: { findings: '老化' } });
    expect((await care.act(before.id, 'agent', { act: 'recall' })).statusCode).toBe(403);
  });

  it('merge 合并 and take apart 拆开: both matters and both streams in one transaction, and the second call is a chasing', async () => {
    const [a, b] = [await forwarded(), await received()];
    const merging = (await actsOf(b.id)).find((each) => each.act === 'merge');
    const offered = merging?.asks.find((each) => each.name === 'into')?.values ?? [];
    expect(offered.find((each) => each.id === a.number)?.hint).toMatch(/投诉 · .*时限 .*\d:\d\d/u);
    expect(merging?.means).toMatch(/^合并后这一件的 \d 项时限停下.*「一般投诉」不再起作用，级别和时限以合并到的那一件为准。拆开后/u);
    const overseen = await received();
    await does(overseen.id, 'manager', { act: 'oversee', fields: { until: '2026-03-03T12:00:00+08:00' } });
    await does(overseen.id, 'manager', { act: 'instruct', fields: { text: '回话', until: '2026-03-04T12:00:00+08:00' } });
    expect((await actsOf(overseen.id)).find((each) => each.act === 'merge')?.means).toContain('这一件的督办、批示转到那一件，仍须回复（2026年3月3日 12:00、2026年3月4日 12:00前）');
    for (const into of [b.number, 'TS-NONE']) expect((await care.act(b.id, 'agent', { act: 'merge', fields: { into } })).statusCode, into).toBe(422);
    const { matter: gone } = await does(b.id, 'agent', { act: 'merge', fields: { into: a.number } });
    expect(gone).toMatchObject({ ended: 'merged', mergedInto: { id: a.id, number: a.number } });
    expect(gone.obligations.map((each) => each.state)).not.toContain('open');
    const stays = await matterOf(a.id);
    expect(stays.merged).toEqual([{ id: b.id, number: b.number }]);
    expect(markOf(stays, 'chased')).toBe(1);
    expect((await eventsOf(a.id)).at(-1)).toMatchObject({ act: 'chase', lines: [`并入重复的一件：${b.number}`] });
    expect((await care.act(b.id, 'agent', { act: 'forward', fields: { to: 'engineering' } })).statusCode).toBe(409);
    const { matter: back } = await does(b.id, 'agent', { act: 'unmerge' });
    expect(back).toMatchObject({ ended: null, mergedInto: null });
    expect(owed(back, 'forward').state).toBe('open');
    expect(markOf(await matterOf(a.id), 'chased')).toBe(0);
    expect((await eventsOf(a.id)).filter((each) => each.act === 'chase')).toMatchObject([{ recalled: true }]);
  });

  it('take apart 拆开 wins no time, and a 督办 goes over and back: a limit that passed meanwhile is missed in the same act, once', async () => {
    const start = product.clock.now();
    const [a, b] = [await forwarded(), await forwarded()];
    await does(b.id, 'manager', { act: 'oversee', fields: { until: '2026-03-04T12:00:00+08:00' } });
    expect((await actsOf(b.id)).find((each) => each.act === 'merge')?.means).toContain('由那一件的经办人回复，还没有经办人就仍由工程部回复');
    await does(b.id, 'agent', { act: 'merge', fields: { into: a.number } });
    const watched = await matterOf(a.id);
    expect([markOf(watched, 'overseen'), owed(watched, 'complaint.overseen')]).toMatchObject([1, { state: 'open', dueAt: '2026-03-04T12:00:00+08:00' }]);
    expect((await eventsOf(a.id)).at(-1)).toMatchObject({ act: 'oversee', lines: expect.arrayContaining([`manager的督办随合并转来：${b.number}`]) });
    product.clock.set(start + 2 * 3_600_000);
    expect((await actsOf(b.id)).find((each) => each.act === 'unmerge')?.means).toContain('合并期间过了的算超时');
    const stranger = await product.person(care.tenant, { username: 'stranger', unit: 'elsewhere', positions: [], password: 'a long password' }).then(() => product.signIn('care', 'stranger', 'a long password'));
    expect((await product.ask({ method: 'POST', url: `/api/matters/${b.id}/acts`, payload: { act: 'unmerge' } }, stranger)).statusCode).toBe(403);
    const { matter, events } = await does(b.id, 'agent', { act: 'unmerge' });
    expect(owed(matter, 'investigate')).toMatchObject({ state: 'breached' });
    expect(events.filter((each) => each.type === 'breached')).toHaveLength(1);
    expect(owed(matter, 'complaint.overseen')).toMatchObject({ state: 'open', dueAt: '2026-03-04T12:00:00+08:00' });
    expect(owed(await matterOf(a.id), 'complaint.overseen').state).toBe('void');
    await fireWhatIsDue(product.context);
    expect((await eventsOf(b.id)).filter((each) => each.type === 'breached' && each.body['duty'] === 'investigate')).toHaveLength(1);
    product.clock.set(start);
  });

  it('a carried 督办 stands in the cockpit of whoever oversees, whoever merged, and no more once it went back; an agreed call is named before it stops', async () => {
    const [a, b] = [await received(), await received()];
    const watched = async (who: string): Promise<readonly unknown[]> => ((await care.read('/api/cockpit', who)).json() as { overseen: { id: string }[] }).overseen.map((each) => each.id).filter((id) => id === a.id || id === b.id);
    await does(b.id, 'manager', { act: 'oversee', fields: { until: '2026-03-04T12:00:00+08:00' } });
    await does(b.id, 'agent', { act: 'note', fields: { text: '约好再打', until: '2026-03-02T15:00:00+08:00' } });
    expect((await actsOf(b.id)).find((each) => each.act === 'merge')?.means).toContain('和客户约好的电话（2026年3月2日 15:00）不转过去');
    await does(b.id, 'agent', { act: 'merge', fields: { into: a.number } });
    expect(await watched('manager')).toEqual([a.id]);
    await does(a.id, 'manager', { act: 'answer-oversight', fields: { text: '今天修好' } });
    await does(b.id, 'agent', { act: 'unmerge' });
    expect(await watched('manager')).toEqual([b.id]);
  });

  it('take-work 我来处理: an alarm is taken by its notice, not by saying so', async () => {
    const { id } = await received();
    expect((await care.act(id, 'engineer', { act: 'take-work', fields: { alarm: true } })).statusCode).toBe(422);
    expect(await matterOf(id)).toMatchObject({ attended: null });
  });

  it('merging crosswise at the same time ends in one of two, never in a deadlock', async () => {
    const [a, b] = [await received(), await received()];
    const replies = await Promise.all([care.act(a.id, 'agent', { act: 'merge', fields: { into: b.number } }), care.act(b.id, 'agent', { act: 'merge', fields: { into: a.number } })]);
    const codes = replies.map((reply) => reply.statusCode).sort();
    expect(codes[0]).toBe(200);
    expect([409, 422]).toContain(codes[1]);
  });

  it('record as it happened 如实记录: an event, a mark, a row in the register as recorded, and a notice to every overseer', async () => {
    const { id } = await forwarded();
    const asks = (await actsOf(id)).find((each) => each.act === 'record-breach')?.asks.map((each) => each.name);
    expect(asks).toEqual(expect.arrayContaining(['done', 'doneAt', 'text']));
    const { matter, events } = await does(id, 'agent', { act: 'record-breach', fields: { done: 'concede', text: '已答应赔 3000 元', doneAt: '2026-03-02T09:00:00+08:00' } });
    expect(events).toMatchObject([{ type: 'recorded-against-rule', title: '如实记录：让步', clause: expect.arrayContaining(['B-A4.3.3']) }]);
    expect(markOf(matter, 'against-rule')).toBe(1);
    expect(matter.stage).toBe('with-handler');
    const register = (await care.read(`/api/refusals?matter=${id}`, 'manager')).json();
    expect(register.items).toMatchObject([{ act: 'concede', actTitle: '让步', recorded: true }]);
    const letter = (await lettersOf(id)).find((each) => each.template === 'recorded-against-rule');
    expect(letter?.recipients.map((each) => each['position'])).toEqual(expect.arrayContaining(['cs-manager', 'project-manager']));
  });

  it('correct 更正: the content and the customer are shown as they are now, what they were is kept aside', async () => {
    const { id } = await received({ content: '电梯坏了' });
    const other = await received({ customer: { name: '李先生', phone: '13900005678', address: '5-1-302' } });
    const { matter } = await does(id, 'agent', { act: 'correct', fields: { content: '门禁坏了', customer: '139 0000 5678', reason: '听错了' } });
    expect(matter).toMatchObject({ content: '门禁坏了', customer: { id: other.customer?.id, name: '李先生' } });
    expect(await matterOf(id)).toMatchObject({ content: '门禁坏了', customer: { name: '李先生' } });
    const event = (await eventsOf(id)).find((each) => each.act === 'correct');
    expect(event?.was).toEqual(expect.arrayContaining([{ name: 'content', title: '投诉内容', value: '电梯坏了' }, { name: 'customer', title: '客户', value: '王女士' }]));
    expect(event?.lines.join(' ')).not.toContain('电梯坏了');
    expect((await care.act(id, 'agent', { act: 'correct', fields: { customer: '10086', reason: 'x' } })).statusCode).toBe(422);
  });

  it('record afterwards 补录: more than ten minutes back needs the right and a reason, and is marked', async () => {
    product.clock.set(MONDAY);
    const { id } = await received();
    product.clock.set(MONDAY + 30 * 60_000);
    const late = { act: 'note', fields: { text: '客户 9 点来过电话' }, occurredAt: '2026-03-02T09:05:00+08:00' };
    expect((await care.act(id, 'agent', { ...late, reason: '忙' })).statusCode).toBe(409);
    expect((await care.act(id, 'manager', late)).statusCode).toBe(409);
    const { matter, events } = await does(id, 'manager', { ...late, reason: '忙' });
    expect(events.at(-1)).toMatchObject({ late: true });
    expect(markOf(matter, 'late')).toBe(1);
    product.clock.set(MONDAY);
  });

  it('oversee, instruct, suspend and void work end to end', async () => {
    const { id } = await forwarded();
    const overseen = await does(id, 'manager', { act: 'oversee', fields: { until: '2026-03-03T12:00:00+08:00', text: '盯紧' } });
    expect(owed(overseen.matter, 'complaint.overseen')).toMatchObject({ state: 'open', dueAt: '2026-03-03T12:00:00+08:00' });
    expect(markOf(overseen.matter, 'overseen')).toBe(1);
    expect((await actsOf(id)).find((each) => each.act === 'instruct')?.asks.find((each) => each.name === 'until')).toMatchObject({ title: '什么时候前回复', required: false, values: expect.arrayContaining([expect.objectContaining({ id: expect.stringMatching(/T/u) })]) });
    const instructed = await does(id, 'manager', { act: 'instruct', fields: { text: '今天上门', until: '2026-03-03T12:00:00+08:00' } });
    expect([markOf(instructed.matter, 'instructed'), owed(instructed.matter, 'complaint.instructed')]).toMatchObject([1, { state: 'open', actTitle: '回复批示', dueAt: '2026-03-03T12:00:00+08:00' }]);
    expect(instructed.events.at(-1)?.lines).toContain('什么时候前回复：2026年3月3日 12:00');
    const why = (await care.read(`/api/obligations/${owed(instructed.matter, 'complaint.instructed').id}/explanation`)).json();
    expect(why).toMatchObject({ title: '回复批示', fixed: { by: 'manager', at: expect.stringMatching(/^2026-03-02/u) }, notes: [] });
    const answered = await does(id, 'engineer', { act: 'answer-instruction', fields: { text: '已上门' } });
    expect([markOf(answered.matter, 'instructed'), owed(answered.matter, 'complaint.instructed').state]).toEqual([0, 'met']);
    const paused = await does(id, 'agent', { act: 'suspend', fields: { reason: 'waiting-for-customer' } });
    expect(owed(paused.matter, 'resolve').state).toBe('paused');
    expect(paused.events.find((each) => each.act === 'suspend')?.lines).toContain('等客户');
    await does(id, 'agent', { act: 'resume' });
    expect((await care.act(id, 'agent', { act: 'void', fields: { reason: '登错' } })).statusCode).toBe(403);
    expect((await does(id, 'manager', { act: 'void', fields: { reason: '登错' } })).matter).toMatchObject({ ended: 'void' });
    expect((await does(id, 'manager', { act: 'recall' })).matter).toMatchObject({ ended: null });
  });

  it('an urgent report is taken with a telephone and one sentence, alarms those who oversee, and is completed within half an hour', async () => {
    const matter = await received({ customer: { phone: '13700001111' }, content: '有人困在电梯里', facts: {}, urgent: true });
    expect(matter.customer).toMatchObject({ name: '13700001111' });
    expect(owed(matter, 'complaint.complete-record')).toMatchObject({ state: 'open', dueAt: '2026-03-02T09:30:00+08:00' });
    expect((await lettersOf(matter.id)).map((each) => each.template)).toContain('urgent');
    expect(markOf(matter, 'urgent')).toBe(1);
    const { matter: complete } = await does(matter.id, 'agent', { act: 'complete-record', fields: { demand: '马上来人' } });
    expect(owed(complete, 'complaint.complete-record').state).toBe('met');
  });
});

describe('the end and the limits', () => {
  it('a closed matter is ended, and only writing down and putting right is offered', async () => {
    const { id } = await received({ kind: 'consultation', content: '几点上班', facts: { answered_at_once: true } });
    expect(await matterOf(id)).toMatchObject({ ended: 'closed', stage: 'answered' });
    expect((await actsOf(id)).filter((each) => each.allowed).map((each) => each.act).sort()).toEqual(['correct', 'note', 'record-breach']);
  });

  it('whoever acts seconds after a limit acts on a matter that is overdue, whether or not the loop has noticed', async () => {
    product.clock.set(MONDAY);
    const { id } = await received();
    product.clock.set(MONDAY + 20 * 60_000 + 5_000);
    const { matter, events } = await does(id, 'agent', { act: 'forward', fields: { to: 'engineering' } });
    expect(owed(matter, 'forward')).toMatchObject({ state: 'met-late', breachedAt: '2026-03-02T09:20:00+08:00' });
    const [breached, acted] = [events.findIndex((each) => each.type === 'breached'), events.findIndex((each) => each.type === 'acted')];
    expect(breached).toBeGreaterThanOrEqual(0);
    expect(breached).toBeLessThan(acted);
    await fireWhatIsDue(product.context);
    expect((await eventsOf(id)).filter((each) => each.type === 'breached' && each.body['duty'] === 'forward')).toHaveLength(1);
  });

  it('a company with hundreds of matters that cannot be fired does not starve its own later ones', async () => {
    product.clock.set(MONDAY);
    const { id } = await received();
    await base.owner({ text: `insert into matter select m.tenant_id, gen_random_uuid(), m.kind, m.policy, 'no-such-version', m.number || '-' || g, m.unit_code, m.channel, m.subject, m.content, m.customer_id, m.customer_name, m.stage, m.severity, m.state, m.version, m.seq, m.head,
      m.parent_id, m.received_at, m.first_due_at, m.ended from matter m, generate_series(1, 450) g where m.id = $1`, values: [id] });
    await base.owner({ text: `insert into obligation select o.tenant_id, m.id, o.ordinal, o.duty, o.act, o.round, o.slot, o.status, o.bearer_person, o.bearer_unit, o.bearer_position, o.clause, o.started_at, o.due_at, o.met_at, o.breached_at, o.noticed_at,
      o.next_at - interval '1 hour', o.next_step, o.generation from matter m join obligation o on o.matter_id = $1 and o.duty = 'forward' where m.policy_version = 'no-such-version'`, values: [id] });
    product.clock.set(MONDAY + 30 * 60_000);
    await fireWhatIsDue(product.context);
    expect(owed(await matterOf(id), 'forward').state).toBe('breached');
    await base.owner({ text: "delete from obligation where matter_id in (select id from matter where policy_version = 'no-such-version')", values: [] });
    await base.owner({ text: "delete from matter where policy_version = 'no-such-version'", values: [] });
  });
});

/** The key by which an act names what is owed: duty, round and place, as its form offers it. */
function keyOf(obligations: readonly Owed[], duty: string): string {
  const found = obligations.findLast((each) => each.duty === duty);
  return `${duty}/${String(found?.['round'])}/1`;
}
