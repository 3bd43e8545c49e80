import { formatInstant } from '#engine';
import { gatherTenant, hiddenMatters, type Surroundings } from '#capabilities/matters/index.ts';
import { absencesOf, endAbsence, enterAbsence, leaveOf, overlap, proposedSubstitutes, type EnteredAbsence } from '#capabilities/organisation/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import { forbidden, missing, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import type { AbsenceJson, LeaveLine, LeavePlan } from '../contract.ts';
import { linesOf } from './leave-lines.ts';

/** One enters leave for himself; whoever oversees also for others. @throws Failure 403 */
function requireMine(actor: Actor, person: string): void {
  if (person !== actor.person && !actor.rights.includes('oversee')) throw forbidden();
}

interface Asked { readonly person?: string | undefined; readonly from: string; readonly until: string }

/** What falls due while somebody is away, and who might stand in. @throws Failure 403, 404 */
export function leavePlan(context: Context, actor: Actor, asked: Asked): Promise<LeavePlan> {
  const person = asked.person ?? actor.person;
  requireMine(actor, person);
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const { company } = around;
    const absent = company.directory.people.find((each) => each.person === person);
    if (!absent) throw missing();
    const leave = { from: Date.parse(asked.from), until: Date.parse(asked.until) };
    const meanwhile = (await absencesOf(scope)).filter((each) => overlap(each, leave));
    const away = new Set(meanwhile.map((each) => each.person));
    const near = proposedSubstitutes(absent, company.directory.people, new Set());
    const rank = (id: string): number => (near.includes(id) ? near.indexOf(id) : near.length);
    const name = (id: string): string => company.names.get(id) ?? '—';
    // Whoever holds no position (who only administers) works on no matter.
    const others = company.directory.people.filter((each) => each.person !== person && each.positions.length > 0);
    const standing = meanwhile.find((each) => each.until !== null && leaveOf(each).substitutes.includes(person));
    return {
      person: { id: person, name: name(person) }, from: formatInstant(leave.from, actor.zone), until: formatInstant(leave.until, actor.zone),
      lines: [...await linesOf(scope, around, person, leave, hiddenMatters(around, actor))],
      candidates: others.toSorted((a, b) => rank(a.person) - rank(b.person)).map((each) => ({ id: each.person, name: name(each.person), unit: each.unit, near: near.includes(each.person), away: away.has(each.person) })),
      proposed: near.find((each) => !away.has(each)) ?? null, refused: whyRefused(actor, leave, standing ? name(standing.person) : null),
    };
  });
}

function whyRefused({ language }: Actor, { from, until }: { readonly from: number; readonly until: number }, standing: string | null): string | null {
  if (until <= from) return { zh: '结束时间要晚于开始时间。', en: 'It must end after it begins.' }[language];
  if (standing === null) return null;
  return { zh: `这段时间正在代${standing}，要先给${standing}换人代理。`, en: `At that time this person stands in for ${standing}; let somebody else do that first.` }[language];
}

const OVER = { zh: '这段时间已经过去，请假登记的是今后的时间。', en: 'That time has passed already; leave is entered for the time to come.' };

interface ToEnter extends Asked { readonly substitute: string; readonly lines?: readonly { readonly matter: string; readonly substitute: string }[] | undefined }

/** Enters a leave; from its beginning to its end the substitutes see and may do what is his. @throws Failure 403, 409 substitute-refused, 422 */
export async function enterLeave(scope: Scope<Actor>, context: Context, { person = scope.actor.person, from, until, substitute, lines = [] }: ToEnter): Promise<AbsenceJson> {
  requireMine(scope.actor, person);
  const { now } = await gatherTenant(scope, context.clock.now());
  if (Date.parse(until) <= now) throw wrong([{ path: ['body', 'until'], message: OVER }]);
  const matters = [...new Map(lines.filter((line) => line.substitute !== substitute).map((line) => [line.matter, line])).values()];
  const entered = await enterAbsence(scope, context, { person, from: Date.parse(from), until: Date.parse(until), substitute, matters });
  return absenceJson(await gatherTenant(scope, context.clock.now()), scope.actor, entered);
}

/** Ends a leave now; one that has not begun never begins. @throws Failure 403, 404 */
export async function endLeave(scope: Scope<Actor>, context: Context, id: string): Promise<AbsenceJson> {
  const known = (await absencesOf(scope)).find((each) => each.id === id);
  if (!known) throw missing();
  requireMine(scope.actor, known.person);
  const { now } = await gatherTenant(scope, context.clock.now());
  const ended = await endAbsence(scope, context, id, now);
  return absenceJson(await gatherTenant(scope, context.clock.now()), scope.actor, ended);
}

/** Leave that concerns the reader: his own, where he stands in; for whoever oversees everybody's. Over for more than thirty days is left out. */
export function listLeave(context: Context, actor: Actor): Promise<AbsenceJson[]> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const concerns = (each: EnteredAbsence): boolean => actor.rights.includes('oversee') || each.person === actor.person || leaveOf(each).substitutes.includes(actor.person);
    const recent = (each: EnteredAbsence): boolean => each.until === null || each.until > around.now - 30 * 24 * 3_600_000;
    return (await absencesOf(scope)).filter((each) => concerns(each) && recent(each)).toReversed().map((each) => absenceJson(around, actor, each));
  });
}

/** What the reader looks after for others just now, in due order. */
export function standingFor(context: Context, actor: Actor): Promise<(LeaveLine & { readonly person: string })[]> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const now = (around.company.directory.absences ?? []).filter((each) => each.by === actor.person && each.from <= around.now && (each.until === null || around.now < each.until));
    const found: (LeaveLine & { readonly person: string })[] = [];
    for (const absence of now) {
      const lines = await linesOf(scope, around, absence.person, { from: around.now, until: Infinity }, hiddenMatters(around, actor));
      const his = lines.filter((line) => line.group !== 'answers' && (absence.only === null ? !absence.except.includes(line.matter) : absence.only.includes(line.matter)));
      found.push(...his.map((line) => ({ ...line, person: around.company.names.get(absence.person) ?? '—' })));
    }
    return found.toSorted((a, b) => (a.dueAt === null ? 1 : b.dueAt === null ? -1 : Date.parse(a.dueAt) - Date.parse(b.dueAt)));
  });
}

function absenceJson({ company, now }: Surroundings, actor: Actor, { id, person, from, until, substitute, matters }: EnteredAbsence): AbsenceJson {
  const named = (each: string): { id: string; name: string } => ({ id: each, name: company.names.get(each) ?? '—' });
  const others = [...new Set(matters.map((each) => each.substitute))].filter((each) => each !== substitute);
  const state = until !== null && until <= now ? 'over' : from > now ? 'coming' : 'now';
  return {
    id, person: named(person), from: formatInstant(from, actor.zone), until: until === null ? null : formatInstant(until, actor.zone), state,
    substitutes: [{ ...named(substitute), matters: null }, ...others.map((each) => ({ ...named(each), matters: matters.filter((one) => one.substitute === each).length }))],
    mayEnd: state !== 'over' && until !== null && (person === actor.person || actor.rights.includes('oversee')),
  };
}
