import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { actorBears, type MatterState, type ObligationState } from '#engine';
import { loadDemonstrations } from '#capabilities/demonstration/index.ts';
import { packageRoot } from '#platform/config/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import type { DeskAnswer } from './contract.ts';

const base = await testDatabase();
const product = await openProduct(base);
const { ask } = product;
const rows = <T>(text: string, ...values: unknown[]): Promise<T[]> => base.owner({ text, values }) as Promise<T[]>;
const COMPANY = 'property-management';
const proofs = new Map<string, string>();

beforeAll(async () => {
  await loadDemonstrations({ context: product.context, folder: join(packageRoot(), 'policies'), password: 'try-it-out' });
  for (const { username, slug } of await rows<{ username: string; slug: string }>('select p.username, t.slug from person p join tenant t on t.id = p.tenant_id where exists (select 1 from person_position h where h.tenant_id = p.tenant_id and h.person_id = p.id)')) proofs.set(`${slug}/${username}`, await product.signIn(slug, username, 'try-it-out'));
});

const proof = (username: string, company = COMPANY): string => proofs.get(`${company}/${username}`) ?? '';
const desk = async (as: string, query = ''): Promise<DeskAnswer> => {
  const reply = await ask({ url: `/api/desk?${query}` }, as);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json();
};
const clockOf = async (as: string): Promise<number> => Date.parse((await ask({ url: '/api/clock' }, as)).json().now);

interface Owed { readonly matter: string; readonly due: number; readonly others: number; readonly ordinal: number }
type Expected = Readonly<Record<'mine' | 'approvals' | 'waiting' | 'periodic', readonly Owed[]>>;

/** Roles that the opening act binds, in both shipped policies. */
const ANSWERS = ['first-receiver', 'visitor'];
/** Kinds that the calendar opens. */
const PERIODIC = new Set(['opinion-box']);
const FINAL: Readonly<Record<string, string>> = { complaint: 'closed', repair: 'revisited', rectification: 'verified', consultation: 'answered', suggestion: 'revisited', assistance: 'done', visit: 'filed', 'opinion-box': 'collected' };
const live = (state: MatterState, ob: ObligationState): boolean => ob.status === 'open' || ob.status === 'paused' || (ob.status === 'breached' && state.stage !== FINAL[state.kind]);

/** The same question answered the long way: every matter's own state, one bearer after the other. */
async function longWay(as: string, company: string): Promise<Expected> {
  const { person, unit, positions, rights } = (await ask({ url: '/api/me' }, as)).json();
  const actor = { is: 'person' as const, person, unit: unit?.code ?? null, positions, rights } satisfies Partial<Actor> as Extract<Parameters<typeof actorBears>[0], { is: 'person' }>;
  const all = await rows<{ id: string; state: MatterState }>('select m.id, m.state from matter m join tenant t on t.id = m.tenant_id where t.slug = $1 and not m.ended', company);
  const first = (pick: (state: MatterState, ob: ObligationState) => boolean, of: (state: MatterState) => boolean = () => true): readonly Owed[] => all.filter(({ state }) => of(state)).flatMap(({ id, state }) => {
    const owed = state.obligations.flatMap((ob, ordinal) => (live(state, ob) && pick(state, ob) ? [{ ordinal, due: ob.dueAt ?? ob.breachedAt ?? Infinity }] : [])).toSorted((a, b) => a.due - b.due || a.ordinal - b.ordinal);
    return owed[0] ? [{ matter: id, ...owed[0], others: owed.length - 1 }] : [];
  }).toSorted((a, b) => (a.due === b.due ? 0 : a.due - b.due) || (a.matter < b.matter ? -1 : 1));
  const mine = (state: MatterState, ob: ObligationState): boolean => actorBears(actor, ob.bearers) && !(ob.duty === 'approve' && state.approvals.some((each) => each.seq === ob.round && each.applicant === actor.person));
  const owes = (state: MatterState): boolean => state.obligations.some((ob) => live(state, ob) && mine(state, ob));
  return {
    mine: first((state, ob) => ob.duty !== 'approve' && mine(state, ob), (state) => !PERIODIC.has(state.kind)), approvals: first((state, ob) => ob.duty === 'approve' && mine(state, ob)),
    periodic: first((state, ob) => ob.duty !== 'approve' && mine(state, ob), (state) => PERIODIC.has(state.kind)),
    waiting: first(() => true, (state) => ANSWERS.map((role) => state.roles[role]).find((bearer) => bearer !== undefined)?.person === actor.person && !owes(state)),
  };
}

const shown = (answer: DeskAnswer): readonly Owed[] => answer.items.map((row) => ({ matter: row.matter.id, ordinal: Number(row.next.id.slice(37)), due: row.next.dueAt === null ? Infinity : Date.parse(row.next.dueAt), others: row.others }));

async function agree(): Promise<number> {
  let rowsSeen = 0;
  for (const [name, as] of proofs) {
    const company = name.split('/')[0] ?? '';
    const expected = await longWay(as, company);
    const now = await clockOf(as);
    const today = Date.parse(`${new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)}T24:00:00+08:00`);
    const soon = Math.min(now + 3_600_000, today);
    const between = (from: number, to: number): readonly Owed[] => expected.mine.filter((each) => each.due >= from && each.due < to);
    const views = { ...expected, now: between(-Infinity, soon), today: between(soon, today + 1), later: expected.mine.filter((each) => each.due > today) };
    for (const view of Object.keys(views) as (keyof typeof views)[]) {
      const answer = await desk(as, `view=${view}&limit=200`);
      expect(shown(answer), `${name} ${view}`).toEqual(views[view]);
      expect(answer.next).toBeNull();
      expect(answer.counts, name).toEqual({
        overdue: between(-Infinity, now).length, now: views.now.length, today: views.today.length, later: views.later.length, weekend: between(today + 1, today + 48 * 3_600_000 + 1).length,
        approvals: expected.approvals.length, waiting: expected.waiting.length, periodic: expected.periodic.length,
      });
      rowsSeen += answer.items.length;
    }
  }
  return rowsSeen;
}

describe('the desk of everybody', () => {
  it('is what the matters themselves say, in each view, for each person of each company', async () => {
    expect(await agree()).toBeGreaterThan(50);
  });

  it('still is when days have passed, and an approval waits for whoever may give it', async () => {
    const owed = await rows<{ id: string; key: string }>(`select m.id, o->>'key' as key from matter m join tenant t on t.id = m.tenant_id, jsonb_array_elements(m.state->'obligations') o
      where t.slug = $1 and m.kind = 'complaint' and not m.ended and o->>'status' = 'open' and o->>'duty' = 'resolve' limit 1`, COMPANY);
    const asked = await ask({ method: 'POST', url: `/api/matters/${owed[0]?.id ?? ''}/approvals`, payload: { act: 'waive', fields: { obligation: owed[0]?.key, reason: '客户要求缓办' } } }, proof('manager'));
    expect(asked.statusCode).toBe(201);
    const waiting = async (username: string): Promise<readonly string[]> => (await desk(proof(username), 'view=approvals')).items.map((row) => row.matter.id);
    // Anybody who oversees may give it: the row names one position only. Who applied may not.
    expect(await waiting('director')).toContain(owed[0]?.id);
    expect(await waiting('songyq')).toContain(owed[0]?.id);
    expect(await waiting('manager')).not.toContain(owed[0]?.id);
    await ask({ method: 'POST', url: '/api/demo/clock', payload: { set: '2026-03-06T09:30:00+08:00' } }, proof('agent'));
    expect(await agree()).toBeGreaterThan(50);
  });
});

describe('a row of the desk', () => {
  it('shows the matter and its next act as people read them', async () => {
    const { items } = await desk(proof('agent'));
    expect(items[0]).toMatchObject({ matter: { number: expect.stringMatching(/^[A-Z]{2}-\d{8}-\d{4}$/), kindTitle: expect.any(String), customerName: expect.any(String) }, next: { state: expect.stringMatching(/open|paused|breached/), actTitle: expect.any(String), clause: expect.any(String) } });
  });

  it('counts how often somebody chased', async () => {
    const [row] = (await desk(proof('agent'))).items;
    const chased = row?.chased ?? 0;
    await ask({ method: 'POST', url: `/api/matters/${row?.matter.id ?? ''}/acts`, payload: { act: 'chase', fields: { text: '客户又来问' } } }, proof('specialist'));
    expect((await desk(proof('agent'))).items.find((each) => each.matter.id === row?.matter.id)?.chased).toBe(chased + 1);
  });
});

describe('the pages of the desk', () => {
  it('follow one another without a gap or a repetition, also where nothing has a due time', async () => {
    const whole = (await desk(proof('agent'), 'limit=200')).items.map((row) => row.matter.id);
    const paged: string[] = [];
    for (let query: string | null = 'limit=3'; query !== null;) {
      const page: DeskAnswer = await desk(proof('agent'), query);
      paged.push(...page.items.map((row) => row.matter.id));
      query = page.next === null ? null : `limit=3&cursor=${page.next}`;
    }
    expect(whole.length).toBeGreaterThan(6);
    expect(paged).toEqual(whole);
  });

  it('begin with what cannot wait, though it is due in three days, and go on in due order behind it', async () => {
    const made = await ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: '负二层电梯停了，里面有人', urgent: true, facts: { severity: 'minor', trapped: true } } }, proof('agent'));
    const { id } = made.json() as { id: string };
    const before = (await desk(proof('engineer'), 'view=now')).counts.overdue;
    expect((await ask({ method: 'POST', url: `/api/matters/${id}/acts`, payload: { act: 'forward', fields: { to: 'engineering' } } }, proof('agent'))).statusCode).toBe(200);
    const first = await desk(proof('engineer'), 'view=now&limit=1');
    expect(first.items.map((row) => [row.matter.id, row.pressing])).toEqual([[id, { urgent: true, dangers: ['电梯困人'] }]]);
    expect(first.counts.overdue).toBe(before);
    const next = await desk(proof('engineer'), `view=now&limit=50&cursor=${first.next}`);
    expect(next.items.map((row) => row.matter.id)).not.toContain(id);
    expect(next.items.length).toBe(first.counts.now - 1);
    expect((await desk(proof('agent'))).items[0]?.matter.id).toBe(id);
    expect((await ask({ method: 'POST', url: `/api/matters/${id}/acts`, payload: { act: 'investigate', fields: { findings: '人已救出' } } }, proof('engineer'))).statusCode).toBe(200);
    expect((await desk(proof('engineer'))).items.find((row) => row.matter.id === id)?.pressing).toBeNull();
    expect((await desk(proof('engineer'))).items[0]?.matter.id).not.toBe(id);
  });

  it('belong to their view: a cursor of another is refused', async () => {
    const { next } = await desk(proof('agent'), 'limit=1');
    for (const query of [`view=waiting&cursor=${next ?? ''}`, 'cursor=nonsense']) expect((await ask({ url: `/api/desk?${query}` }, proof('agent'))).statusCode).toBe(422);
    expect((await ask({ url: `/api/desk?view=mine&limit=1&cursor=${next ?? ''}` }, proof('agent'))).statusCode).toBe(200);
  });
});

describe('a look ahead', () => {
  const ahead = async (hours: number): Promise<{ steps: { at: string; title: string; breach: boolean; told: string[]; matter: { id: string } }[]; looked: number; all: number }> => {
    const until = new Date(await clockOf(proof('specialist')) + hours * 3_600_000).toISOString();
    const reply = await ask({ url: `/api/desk/ahead?until=${encodeURIComponent(until)}` }, proof('specialist'));
    expect(reply.statusCode).toBe(200);
    return reply.json();
  };

  it('tells in the order of time what falls due if nobody acts, and whom it is told; more the farther one looks', async () => {
    const [day, week] = [await ahead(1), await ahead(168)];
    expect(week.steps.length).toBeGreaterThan(day.steps.length);
    expect(week.steps.some((step) => step.breach && step.told.length > 0)).toBe(true);
    expect(week.steps.map((step) => Date.parse(step.at))).toEqual(week.steps.map((step) => Date.parse(step.at)).toSorted((a, b) => a - b));
    expect(week.looked).toBe(week.all);
  });

  it('names who gets each step, the earlier ones of one reader as well as the last', async () => {
    const made = await ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: '单元门关不上', facts: { severity: 'general' } } }, proof('specialist'));
    const { id } = made.json() as { id: string };
    // At night somebody has to take it up first; by day that is done.
    await ask({ method: 'POST', url: `/api/matters/${id}/acts`, payload: { act: 'take-up', fields: {} } }, proof('specialist'));
    const steps = (await ahead(24)).steps.filter((step) => step.matter.id === id && step.title === '转呈当事部门');
    expect(steps.map((step) => [step.breach, step.told])).toEqual([[false, ['何静']], [true, ['何静']], [false, ['客服部经理']], [false, ['项目经理']]]);
  });

  it('is what really happens: the breaches it foretold are those that the clock then brings', async () => {
    const foretold = (await ahead(72)).steps.filter((step) => step.breach);
    const until = new Date(await clockOf(proof('specialist')) + 72 * 3_600_000);
    await ask({ method: 'POST', url: '/api/demo/clock', payload: { set: until.toISOString() } }, proof('agent'));
    for (const { matter, at } of foretold) {
      const found = (await ask({ url: `/api/matters/${matter.id}` }, proof('specialist'))).json();
      expect(found.obligations.map((ob: { breachedAt: string | null }) => (ob.breachedAt === null ? null : Date.parse(ob.breachedAt))), matter.id).toContain(Date.parse(at));
    }
    expect(foretold.length).toBeGreaterThan(0);
  });

  it('goes no farther than a month, and never back', async () => {
    for (const until of ['2020-01-01T00:00:00Z', '2036-01-01T00:00:00Z', 'tomorrow']) expect((await ask({ url: `/api/desk/ahead?until=${encodeURIComponent(until)}` }, proof('specialist'))).statusCode, until).toBe(422);
  });
});
