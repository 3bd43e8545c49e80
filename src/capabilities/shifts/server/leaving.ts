import type { z } from 'zod';
import { civilDayOf, dateOf } from '#engine/calendar/index.ts';
import type { HandOverAnswer, handOverBody, HoldingsJson } from '#capabilities/identity/contract.ts';
import { personLeaves, personWith, placePerson } from '#capabilities/identity/index.ts';
import { act, gatherTenant, hiddenMatters } from '#capabilities/matters/index.ts';
import { absencesOf, endAbsence, enterAbsence, leaveRosters, passSubstitutions } from '#capabilities/organisation/index.ts';
import { insertAnswer, keyOf, once } from '#platform/idempotency/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import { conflict, Failure, missing, wrong, type Actor, type Answered, type Context, type Request } from '#platform/operations/index.ts';
import { holdings, mattersNaming, solePlaces, type NamedMatter } from './holdings.ts';
import { linesOf } from './leave-lines.ts';

type Body = z.infer<typeof handOverBody>;
type Row = HandOverAnswer['rows'][number];
const REASON = '离职移交';

/**
 * Everything of a leaver goes to others, then he leaves: the matters that bear his name one by one (one that cannot be handed over stops
 * nothing, and is answered), then in one transaction his substitutions, rosters, positions, keys and the leaving itself. Whatever still
 * bears his name afterwards is looked after by his successor.
 * @throws Failure 404, 409 without-holder, last-administrator, 422
 */
export async function handOver(context: Context, actor: Actor, person: string, body: Body, request: Request): Promise<HandOverAnswer | Answered<HandOverAnswer>> {
  const before = await lookedAt(context, actor, person, body);
  const rows: Row[] = [];
  for (const matter of before.matters) rows.push(await inMatter(context, actor, matter, { from: person, to: body.matters ?? body.to }, request));
  const keyed = keyOf(actor, request, 'POST', `/api/people/${person}/hand-over`, body);
  return once(context.db, actor, keyed, async (scope) => {
    const answer = { rows, ...(await leave(scope, context, person, body, before.held)) };
    if (keyed) await scope.runAll([insertAnswer(scope.tenant, keyed, { status: 200, answer }, context.clock.now())]);
    return answer;
  });
}

/** What there is to hand over, and whether it may be. Of who has left already there is nothing: a repetition gets its kept answer. */
async function lookedAt(context: Context, actor: Actor, person: string, body: Body): Promise<{ readonly matters: readonly NamedMatter[]; readonly held: HoldingsJson | null }> {
  const found = await withReadScope(context.db, actor, async (scope) => {
    const leaver = await personWith(scope, person);
    if (!leaver) throw missing();
    const around = await gatherTenant(scope, context.clock.now());
    const here = new Set(around.company.directory.people.map((each) => each.person));
    const strange = [body.to, body.matters, body.decisions, body.positions ?? undefined].find((each) => each !== undefined && (each === person || !here.has(each)));
    if (strange !== undefined) throw wrong([{ path: ['body', 'to'], message: { zh: '请交给一位在职的同事，不能是本人。', en: 'Hand it to a colleague who is here, not to the leaver himself.' } }]);
    return { left: leaver.left, matters: leaver.left ? [] : await mattersNaming(scope, person, hiddenMatters(around, actor)) };
  });
  if (found.left) return { matters: [], held: null };
  const held = await holdings(context, actor, person);
  const waiting = body.positions === null ? held.positions.filter((each) => each.waiting > 0) : [];
  if (waiting.length) {
    const titles = waiting.map((each) => `${each.title}（${each.waiting}）`).join('、');
    throw conflict('without-holder', { zh: `这些岗位以后没有人担任，上面还有待办：${titles}。请指定接任的人。`, en: `Nobody would hold these positions any more, and work lies on them: ${titles}. Name a successor.` });
  }
  return { matters: found.matters, held };
}

/** One matter: his roles there pass on, by the act of daily life, in the name of whoever administers. A refusal is told and stops nothing. */
async function inMatter(context: Context, actor: Actor, matter: NamedMatter, { from, to }: { readonly from: string; readonly to: string }, request: Request): Promise<Row> {
  // To hand a leaver's work over is the administrator's office; for this one act it carries the right to oversee.
  const office: Actor = { ...actor, rights: [...new Set([...actor.rights, 'work', 'oversee'])] };
  const own: Request = { ...request, dry: false, idempotencyKey: request.idempotencyKey === null ? null : `${request.idempotencyKey.slice(0, 150)}/${matter.id}` };
  try {
    await act(context, office, matter.id, { act: 'transfer-work', fields: { to: { person: to }, about: from, reason: REASON } }, own);
    return { matter: matter.id, number: matter.number, done: true, why: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { matter: matter.id, number: matter.number, done: false, why: error.text[actor.language] };
  }
}

async function leave(scope: Scope<Actor>, context: Context, person: string, body: Body, held: HoldingsJson | null): Promise<Omit<HandOverAnswer, 'rows'>> {
  const around = await gatherTenant(scope, context.clock.now());
  const successor = body.positions === undefined ? body.to : body.positions;
  const places = await solePlaces(scope, around, person);
  if (successor !== null && places.length) await passPositions(scope, successor, places);
  await passSubstitutions(scope, person, body.to, around.now);
  for (const absence of await absencesOf(scope)) if (absence.person === person && absence.until !== null && absence.until > around.now) await endAbsence(scope, context, absence.id, around.now);
  const decisions = body.decisions === undefined || body.decisions === body.to ? [] : (await linesOf(scope, around, person, { from: 0, until: Infinity }, [])).filter((line) => line.group === 'decides');
  if (held) await enterAbsence(scope, context, { person, from: around.now, until: null, substitute: body.to, matters: decisions.map((line) => ({ matter: line.matter, substitute: body.decisions ?? body.to })) });
  const roster = await leaveRosters(scope, person, dateOf(civilDayOf(around.now, scope.actor.zone)));
  await personLeaves(scope, context, person);
  const titles = places.map((each) => each.title);
  return { positions: successor === null ? [] : titles, withoutHolder: successor === null ? titles : [], roster, keys: held?.keys ?? 0, substitutions: held?.substitutions ?? 0 };
}

async function passPositions(scope: Scope<Actor>, to: string, places: HoldingsJson['positions']): Promise<void> {
  const successor = await personWith(scope, to);
  if (successor) await placePerson(scope, to, [...successor.positions, ...places.map(({ position, unit }) => ({ position, unit }))]);
}
