import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstrations } from '#capabilities/demonstration/index.ts';
import { alarmReceivers, offShift, onDuty } from '#capabilities/organisation/index.ts';
import { packageRoot } from '#platform/config/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { startOutbox } from '#capabilities/notices/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { pdfPages } from '../../../test/support/pdf-text.ts';
import type { HandoverSheet, TakenAnswer } from './contract.ts';

const base = await testDatabase();
const product = await openProduct(base);
const COMPANY = 'property-management';
const UNIT = 'customer-service';
const proofs = new Map<string, string>();
const ids = new Map<string, string>();
let tenant = '';

beforeAll(async () => {
  await loadDemonstrations({ context: product.context, folder: join(packageRoot(), 'policies'), password: 'try-it-out' });
  for (const name of ['agent', 'specialist', 'keeper', 'manager', 'engineer', 'admin', 'tangguo']) proofs.set(name, await product.signIn(COMPANY, name, 'try-it-out'));
  const people = await base.owner({ text: 'select p.id, p.username, t.id as tenant from person p join tenant t on t.id = p.tenant_id where t.slug = $1', values: [COMPANY] }) as { id: string; username: string; tenant: string }[];
  for (const each of people) ids.set(each.username, each.id);
  tenant = people[0]?.tenant ?? '';
});

const as = (name: string): string => proofs.get(name) ?? '';
const id = (name: string): string => ids.get(name) ?? '';
const ask = (method: 'GET' | 'POST' | 'PUT', url: string, by: string, payload?: object, key?: string) =>
  product.ask({ method, url, ...(payload ? { payload } : {}), ...(key ? { headers: { 'idempotency-key': key } } : {}) }, as(by));
const clock = async (set: string): Promise<void> => { const reply = await ask('POST', '/api/demo/clock', 'agent', { set }); if (reply.statusCode !== 200) throw new Error(reply.body); };
const at = (moment: string): number => Date.parse(`${moment}:00+08:00`);

async function receives(by: string, content: string): Promise<string> {
  const reply = await ask('POST', '/api/matters', by, { kind: 'complaint', channel: 'phone', subject: content, content, customer: { name: '王女士', phone: '13900000001', address: '3-2-1201' }, facts: { severity: 'general' } });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json().id;
}
const matter = async (of: string): Promise<{ stage: string; obligations: { duty: string; dueAt: string; startedAt: string; state: string; bearer: { person?: string; position?: string }; bearerTitle: string }[] }> => (await ask('GET', `/api/matters/${of}`, 'agent')).json();
const owed = async (of: string, duty: string) => (await matter(of)).obligations.find((each) => each.duty === duty);

describe('a roster', () => {
  it('is set by whoever oversees, says who is on duty over midnight, and refuses strangers', async () => {
    const shifts = [{ name: '白班', starts: 480, ends: 1050, night: false, holidays: false }, { name: '夜班', starts: 1050, ends: 480, night: true, holidays: true }];
    expect((await ask('PUT', `/api/rosters/${UNIT}/shifts`, 'agent', { shifts })).statusCode).toBe(403);
    expect((await ask('PUT', `/api/rosters/${UNIT}/shifts`, 'manager', { shifts })).statusCode).toBe(200);
    const week = (await ask('GET', `/api/rosters/${UNIT}?day=2026-03-05`, 'agent')).json();
    expect(week.days.map((each: { day: string }) => each.day)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']);
    const [day, night] = week.shifts.map((each: { id: string }) => each.id);
    const cells = [1, 2, 3, 4, 5].flatMap((weekday) => [{ person: id('agent'), weekday, shift: day }, { person: id('specialist'), weekday, shift: day }, { person: id('keeper'), weekday, shift: night }]);
    expect((await ask('PUT', `/api/rosters/${UNIT}/pattern`, 'manager', { cells })).statusCode).toBe(200);
    expect((await ask('PUT', `/api/rosters/${UNIT}/week`, 'manager', { cells: [{ person: id('tangguo'), day: '2026-03-03', shift: day }] })).statusCode).toBe(200);
    expect((await ask('PUT', `/api/rosters/${UNIT}/week`, 'manager', { cells: [{ person: tenant, day: '2026-03-03', shift: day }] })).statusCode).toBe(422);
    const on = (moment: string) => withReadScope(product.context.db, { tenant }, (scope) => onDuty(scope, { unit: UNIT }, at(moment)));
    expect(await on('2026-03-03T23:00')).toEqual([id('keeper')]);
    expect(await on('2026-03-04T07:59')).toEqual([id('keeper')]);
    expect((await on('2026-03-03T10:00'))?.toSorted()).toEqual([id('agent'), id('specialist'), id('tangguo')].toSorted());
    expect(await withReadScope(product.context.db, { tenant }, (scope) => onDuty(scope, { position: 'cs-staff' }, at('2026-03-03T23:00')))).toEqual([]);
    expect(await withReadScope(product.context.db, { tenant }, (scope) => onDuty(scope, { unit: 'cleaning' }, at('2026-03-03T23:00')))).toBeNull();
  });

  it('sends an alarm to the colleague while somebody is away for a moment, and never into the void', async () => {
    const told = (moment: string, ...people: string[]) => withReadScope(product.context.db, { tenant }, (scope) => alarmReceivers(scope, people.map(id), at(moment)));
    expect(await told('2026-03-04T10:00', 'agent', 'keeper')).toEqual([id('agent')]);
    // Whoever stands in no roster has no shift that could be over.
    expect(await told('2026-03-04T10:00', 'agent', 'keeper', 'director')).toEqual([id('agent'), id('director')]);
    expect((await ask('POST', '/api/shifts/start', 'agent', { extension: '801' })).json()).toMatchObject({ state: 'on', extension: '801' });
    await ask('POST', '/api/shifts/away', 'agent');
    expect(await told('2026-03-04T10:00', 'agent')).toEqual([id('specialist')]);
    expect(await told('2026-03-04T23:00', 'agent')).toEqual([id('agent')]);
    await ask('POST', '/api/shifts/end', 'agent');
    const off = async (moment: string) => Object.fromEntries(await withReadScope(product.context.db, { tenant }, (scope) => offShift(scope, ['agent', 'specialist', 'keeper', 'manager'].map(id), at(moment))));
    expect(await off('2026-03-04T10:00')).toEqual({ [id('agent')]: at('2026-03-05T08:00'), [id('keeper')]: at('2026-03-04T17:30') });
    expect(await off('2026-03-04T23:00')).toEqual({ [id('agent')]: at('2026-03-05T08:00'), [id('specialist')]: at('2026-03-05T08:00') });
    expect(await off('2026-03-06T18:00')).toMatchObject({ [id('specialist')]: at('2026-03-09T08:00') });
    const events = await base.owner({ text: "select type from event where stream = $1 and type in ('shift-started', 'went-away', 'shift-ended') order by seq", values: [id('agent')] });
    expect(events).toEqual([{ type: 'shift-started' }, { type: 'went-away' }, { type: 'shift-ended' }]);
  });
});

describe('a hand-over', () => {
  let night = '';
  let sheet: HandoverSheet;

  it('is signed by the giver, with what lies there; the giver cannot take it', async () => {
    await clock('2026-03-03T22:00:00+08:00');
    night = await receives('keeper', '夜里楼道灯不亮');
    expect((await matter(night)).stage).toBe('logged');
    await clock('2026-03-04T08:04:00+08:00');
    const given = await ask('POST', '/api/handovers', 'keeper', { unit: UNIT });
    expect(given.statusCode).toBe(201);
    sheet = given.json();
    expect(sheet.sheet.calls.map((row) => row.matter)).toContain(night);
    expect(sheet.sheet.calls.find((row) => row.matter === night)).toMatchObject({ takes: '受理', receivedBy: '秦有福' });
    expect(sheet.sheet.shift?.name).toBe('白班');
    expect((await ask('POST', '/api/handovers', 'specialist', { unit: UNIT })).json().error).toBe('already-given');
    expect((await ask('POST', `/api/handovers/${sheet.id}/take`, 'keeper')).json().error).toBe('same-person');
    expect((await ask('POST', `/api/handovers/${sheet.id}/take`, 'engineer')).statusCode).toBe(403);
  });

  it('is taken by one of two who press at the same time; the clock of the night case starts then, in his name', async () => {
    const replies = await Promise.all([ask('POST', `/api/handovers/${sheet.id}/take`, 'agent', undefined, 'k-1'), ask('POST', `/api/handovers/${sheet.id}/take`, 'specialist', undefined, 'k-2')]);
    expect(replies.map((each) => each.statusCode).toSorted()).toEqual([200, 409]);
    const winner = replies.find((each) => each.statusCode === 200);
    if (!winner) throw new Error('nobody took over');
    const answer: TakenAnswer = winner.json();
    expect(answer.taken).toContainEqual(expect.objectContaining({ matter: night, done: true }));
    expect(answer.giver?.name).toBe('秦有福');
    expect(await owed(night, 'forward')).toMatchObject({ startedAt: '2026-03-04T08:04:00+08:00', dueAt: '2026-03-04T08:24:00+08:00', bearer: { person: answer.taker?.id } });
    expect(await owed(night, 'take-up')).toMatchObject({ state: 'met' });
    const [name, key] = winner === replies[0] ? ['agent', 'k-1'] : ['specialist', 'k-2'];
    const again = await ask('POST', `/api/handovers/${sheet.id}/take`, name, undefined, key);
    expect(again.json()).toEqual(answer);
  });

  it('keeps the sheet as it was signed, and leaves both names in the chain', async () => {
    const kept: HandoverSheet = (await ask('GET', `/api/handovers/${sheet.id}`, 'agent')).json();
    expect(kept.sheet).toEqual(sheet.sheet);
    expect(await base.owner({ text: 'select type, actor from event where stream = $1 order by seq', values: [sheet.id] })).toEqual([{ type: 'shift-given', actor: id('keeper') }, { type: 'shift-taken', actor: kept.taker?.id }]);
    await expect(base.owner({ text: "set role aftercare_app; update shift_handover set snapshot = '{}'", values: [] })).rejects.toThrow();
  });

  it('that nobody takes starts the clock fifteen minutes after the shift begins; taking over afterwards gains no time', async () => {
    await clock('2026-03-04T23:00:00+08:00');
    const late = await receives('keeper', '夜里门禁坏了');
    await clock('2026-03-05T09:10:00+08:00');
    expect(await owed(late, 'take-up')).toMatchObject({ state: 'met-late' });
    expect(await owed(late, 'forward')).toMatchObject({ startedAt: '2026-03-05T08:15:00+08:00', dueAt: '2026-03-05T08:35:00+08:00', state: 'breached', bearer: { position: 'cs-staff' } });
    const both = await Promise.all(['agent', 'specialist'].map((each) => ask('POST', '/api/handovers/without-giver', each, { unit: UNIT })));
    expect(both.map((each) => each.statusCode).toSorted()).toEqual([201, 409]);
    expect(both.find((each) => each.statusCode === 201)?.json()).toMatchObject({ giver: null });
    expect(await owed(late, 'forward')).toMatchObject({ startedAt: '2026-03-05T08:15:00+08:00', dueAt: '2026-03-05T08:35:00+08:00' });
  });
});

describe('the sheet of a shift in which there was an alarm', () => {
  it('says who was alarmed, who took it when and what nobody took, who called again, and stands so on paper', async () => {
    await clock('2026-03-05T09:20:00+08:00');
    const urgent = async (content: string): Promise<string> => (await ask('POST', '/api/matters', 'agent', { kind: 'complaint', channel: 'phone', content, urgent: true, facts: { severity: 'minor', trapped: true } })).json().id;
    const [lift, cellar] = [await urgent('三号楼电梯困人'), await urgent('地下室有异味')];
    const alarmOf = async (who: string, of: string) => {
      const sender = startOutbox({ db: base.database, clock: product.clock, live: { publish: () => undefined }, log: silentLog, mail: null, publicUrl: null });
      await sender.settle();
      await sender.stop();
      return ((await ask('GET', '/api/notices?class=alarm&open=true', who)).json().items as { id: string; climbs: { at: string } | null; matter: { id: string } }[]).find((each) => each.matter.id === of);
    };
    const mine = await alarmOf('manager', lift);
    await ask('POST', `/api/notices/${mine?.id}/take`, 'manager', { how: 'handling' });
    await ask('POST', `/api/matters/${lift}/acts`, 'specialist', { act: 'chase', fields: { text: '客户又来电话' } });
    await ask('POST', `/api/matters/${lift}/acts`, 'tangguo', { act: 'chase', fields: {} });

    const { rung, chases } = (await ask('GET', `/api/handovers/sheet?unit=${UNIT}`, 'agent')).json() as HandoverSheet['sheet'];
    expect(rung.filter((each) => [lift, cellar].includes(each.matter)).map((each) => [each.matter, each.takenBy, each.takenAt, each.handled])).toEqual([[lift, '沈国梁', '2026-03-05T09:20:00+08:00', true], [cellar, null, null, false]]);
    expect(rung.find((each) => each.matter === lift)?.told).toContain('沈国梁');
    expect(chases.map((each) => [each.matter, each.by, each.nth])).toEqual([[lift, '何静', 1], [lift, '唐果', 2]]);
    const paper = await ask('GET', `/api/handovers/sheet/paper?unit=${UNIT}`, 'agent');
    expect([paper.statusCode, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
    const words = pdfPages(paper.rawPayload).join('');
    for (const said of ['交接班表', '警报', '沈国梁', '没有人接', '催办来电', '唐果']) expect(words).toContain(said);
    expect((await ask('GET', `/api/handovers/sheet/paper?unit=${UNIT}`, 'engineer')).statusCode).toBe(403);

    // Whom it is passed on to is alarmed; it would climb five minutes later on the clock that people read, wherever the machine's stands.
    expect((await ask('POST', `/api/matters/${cellar}/acts`, 'agent', { act: 'forward', fields: { to: 'engineering' } })).statusCode).toBe(200);
    expect((await alarmOf('engineer', cellar))?.climbs?.at).toBe('2026-03-05T09:25:00+08:00');
  });
});

describe('a leave', () => {
  const leave = { from: '2026-03-06T00:00:00+08:00', until: '2026-03-08T00:00:00+08:00' };
  let mine = '';
  let entered = '';

  it('shows what falls due meanwhile and proposes a colleague of the same position who is here', async () => {
    await clock('2026-03-05T10:00:00+08:00');
    mine = await receives('agent', '电梯异响');
    const plan = (await ask('GET', `/api/absences/plan?${new URLSearchParams(leave).toString()}`, 'agent')).json();
    expect(plan.lines.find((line: { matter: string }) => line.matter === mine)).toMatchObject({ group: 'owes', what: '转办' });
    expect([id('specialist'), id('tangguo')]).toContain(plan.proposed);
    expect((await ask('GET', `/api/absences/plan?person=${id('manager')}&${new URLSearchParams(leave).toString()}`, 'agent')).statusCode).toBe(403);
  });

  it('is for the time to come, lists nothing that is done with, and proposes nobody who works on no matter', async () => {
    const past = { from: '2026-03-01T00:00:00+08:00', until: '2026-03-02T00:00:00+08:00' };
    const reply = await ask('POST', '/api/absences', 'agent', { ...past, substitute: id('specialist') });
    expect([reply.statusCode, reply.json().details.issues]).toEqual([422, [{ path: ['body', 'until'], message: '这段时间已经过去，请假登记的是今后的时间。' }]]);
    await base.owner({ text: "update obligation set status = 'breached', due_at = '2026-03-01T09:00:00+08:00' where matter_id = $1", values: [mine] });
    const plan = async () => (await ask('GET', `/api/absences/plan?${new URLSearchParams(leave).toString()}`, 'agent')).json();
    expect((await plan()).lines.map((line: { matter: string }) => line.matter)).toContain(mine);
    await base.owner({ text: "update matter set stage = 'closed' where id = $1", values: [mine] });
    const { lines, candidates } = await plan();
    expect(lines.map((line: { matter: string }) => line.matter)).not.toContain(mine);
    await base.owner({ text: "update matter set stage = 'taken-up' where id = $1", values: [mine] });
    await base.owner({ text: "update obligation o set status = j.ob->>'status', due_at = to_timestamp((j.ob->>'dueAt')::bigint / 1000.0) from matter m, jsonb_array_elements(m.state->'obligations') with ordinality j(ob, n) where m.id = $1 and o.matter_id = m.id and o.ordinal = j.n - 1", values: [mine] });
    expect(candidates.map((each: { id: string }) => each.id)).not.toContain(id('admin'));
  });

  it('is entered once, without chains and circles', async () => {
    const reply = await ask('POST', '/api/absences', 'agent', { ...leave, substitute: id('specialist'), lines: [] });
    expect(reply.statusCode).toBe(201);
    entered = reply.json().id;
    const refused = async (by: string, body: object) => (await ask('POST', '/api/absences', by, { ...leave, ...body })).json().error;
    expect(await refused('agent', { substitute: id('tangguo') })).toBe('substitute-refused');
    expect(await refused('tangguo', { substitute: id('agent') })).toBe('substitute-refused');
    expect(await refused('specialist', { substitute: id('tangguo') })).toBe('substitute-refused');
    expect((await ask('POST', '/api/absences', 'tangguo', { ...leave, person: id('agent'), substitute: id('keeper') })).statusCode).toBe(403);
  });

  it('lets nobody act for her before it begins', async () => {
    const early = await ask('POST', `/api/matters/${mine}/acts`, 'specialist', { act: 'forward', fields: { to: 'engineering' } });
    expect(early.statusCode).toBe(403);
    expect((await ask('GET', '/api/absences/standing', 'specialist')).json().items).toEqual([]);
  });

  it('lets the substitute see and do what is hers; the event names both', async () => {
    await clock('2026-03-06T08:00:00+08:00');
    expect((await ask('GET', '/api/absences/standing', 'specialist')).json().items.map((each: { matter: string }) => each.matter)).toContain(mine);
    expect((await owed(mine, 'forward'))?.bearerTitle).toContain('何静');
    expect((await ask('GET', '/api/desk?limit=200', 'specialist')).json().items.map((row: { matter: { id: string } }) => row.matter.id)).toContain(mine);
    const done = await ask('POST', `/api/matters/${mine}/acts`, 'specialist', { act: 'forward', fields: { to: 'engineering' } });
    expect(done.statusCode).toBe(200);
    expect(done.json().events[0]).toMatchObject({ actor: { person: id('specialist') }, body: { for: id('agent') } });
    expect((await ask('POST', `/api/matters/${mine}/acts`, 'tangguo', { act: 'forward', fields: { to: 'engineering' } })).statusCode).toBe(403);
  });

  it('ends early when she comes back, and by itself', async () => {
    expect((await ask('POST', `/api/absences/${entered}/end`, 'tangguo')).statusCode).toBe(403);
    expect((await ask('POST', `/api/absences/${entered}/end`, 'agent')).json().state).toBe('over');
    expect((await ask('GET', '/api/absences/standing', 'specialist')).json().items).toEqual([]);
    expect((await ask('POST', `/api/matters/${mine}/acts`, 'specialist', { act: 'forward', fields: { to: 'cleaning' } })).statusCode).toBe(403);
  });

  it('is refused as one of two entered at once that would make a circle', async () => {
    const soon = { from: '2026-03-10T00:00:00+08:00', until: '2026-03-11T00:00:00+08:00' };
    const replies = await Promise.all([ask('POST', '/api/absences', 'agent', { ...soon, substitute: id('specialist') }), ask('POST', '/api/absences', 'specialist', { ...soon, substitute: id('agent') })]);
    expect(replies.map((each) => each.statusCode).toSorted()).toEqual([201, 409]);
  });
});

describe('a leaver', () => {
  it('cannot go while two hundred matters bear his name; handed over, each is answered for, and he is gone', async () => {
    const received: string[] = [];
    for (let index = 0; index < 200; index++) received.push(await receives('tangguo', `投诉第 ${index + 1} 件`));
    const held = (await ask('GET', `/api/people/${id('tangguo')}/holdings`, 'admin')).json();
    expect(held.matters).toBeGreaterThanOrEqual(200);
    expect((await ask('POST', `/api/people/${id('tangguo')}/leave`, 'admin')).json()).toMatchObject({ error: 'holds-work', details: { held: held.matters } });
    await ask('POST', `/api/matters/${received[7] ?? ''}/acts`, 'manager', { act: 'void', fields: { reason: '登记重了' } });
    const reply = await ask('POST', `/api/people/${id('tangguo')}/hand-over`, 'admin', { to: id('specialist') }, 'leaver-1');
    expect(reply.statusCode).toBe(200);
    const answer = reply.json();
    expect(answer.rows.filter((row: { done: boolean }) => row.done).length).toBe(held.matters - 1);
    expect(await owed(received[0] ?? '', 'forward')).toMatchObject({ bearer: { person: id('specialist') } });
    expect((await base.owner({ text: 'select count(*)::int as n from obligation where bearer_person = $1 and status in (\'open\', \'breached\') and matter_id = any($2::uuid[])', values: [id('tangguo'), received] }))[0]).toEqual({ n: 0 });
    expect((await product.ask({ url: '/api/me' }, as('tangguo'))).statusCode).toBe(401);
    expect((await ask('POST', `/api/people/${id('tangguo')}/hand-over`, 'admin', { to: id('specialist') }, 'leaver-1')).json()).toEqual(answer);
  }, 120_000);

  it('leaves no position without a holder while work lies on it, unless somebody is named', async () => {
    const held = (await ask('GET', `/api/people/${id('keeper')}/holdings`, 'admin')).json();
    expect(held.roster).toBeGreaterThan(0);
    const refused = await ask('POST', `/api/people/${id('manager')}/hand-over`, 'admin', { to: id('manager') });
    expect(refused.statusCode).toBe(422);
    const sole = (await ask('GET', `/api/people/${id('manager')}/holdings`, 'admin')).json().positions as { title: string; waiting: number }[];
    expect(sole.map((each) => each.title)).toContain('客服部经理');
    const left = await ask('POST', `/api/people/${id('manager')}/hand-over`, 'admin', { to: id('specialist') });
    expect(left.json().positions).toContain('客服部经理');
    expect((await ask('GET', `/api/people/${id('specialist')}/holdings`, 'admin')).json().positions.map((each: { title: string }) => each.title)).toContain('客服部经理');
  });
});
