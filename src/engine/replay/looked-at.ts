import { evaluate, everyPart, factsIn } from '../conditions/index.ts';
import { scopeOf, type World } from '../decide/index.ts';
import type { MatterState, ObligationState } from '../matter.ts';
import type { Condition, Due, Duty, DutyRow, Kind, Policy } from '../policy.ts';

/** Facts on which it depends whether, until when and by what a row of a duty is met: those of the rows before it as well. */
export function factsOfRow(policy: Policy, duty: Duty, row: number): readonly string[] {
  const chosen = duty.rows[row];
  const asked = [duty.when, ...duty.rows.slice(0, row + 1).map((each) => each.when), chosen?.metWhen ?? null];
  const times = [...(chosen?.due.firstKnown ?? []), ...(duty.every ? [duty.every] : [])];
  return [...new Set([...asked.flatMap((condition) => factsOf(policy, condition)), ...times.flatMap(factOfTime)])];
}

/** Facts that are not known and but for which the duty might have asked for something; none when it does not depend on them. */
export function unknownFacts(world: World, kind: Kind, matter: MatterState, duty: Duty): readonly string[] {
  const unknown = matter.acts.filter((act) => duty.after.includes(act.act) || duty.after.includes('*')).flatMap((startedBy) => {
    const scope = scopeOf(world, kind, matter, startedBy);
    const holds = (condition: Condition | null): boolean | undefined => (condition ? evaluate(condition.tree, scope) : true);
    const whens = duty.rows.map((row) => row.when);
    const open = holds(duty.when) === undefined ? [duty.when] : holds(duty.when) && !whens.some((when) => holds(when)) ? whens.filter((when) => holds(when) === undefined) : [];
    return open.flatMap((condition) => factsOf(world.policy, condition)).filter((name) => scope.fact(name) === undefined);
  });
  return [...new Set(unknown)];
}

/** Facts that would have told until when this was owed, where nothing tells: whether it was done in time nobody can say. None while time stands still in a pause. */
export function unknownTime(duty: Duty, ob: ObligationState): readonly string[] {
  const inPause = ob.pauses.some(({ to }) => to === null || to === ob.metAt);
  if (ob.dueAt !== null || ob.breachedAt !== null || inPause) return [];
  return [...(duty.rows[ob.row]?.due.firstKnown ?? []), ...(duty.every ? [duty.every] : [])].flatMap((due) => (due.is === 'at' ? [due.fact] : []));
}

/** Whether the act that a duty asks for was done, and nobody can say whether it was done as the duty wants it. */
export function cannotBeJudged(world: World, kind: Kind, matter: MatterState, row: DutyRow, startedAt: number): boolean {
  const { metWhen } = row;
  if (!metWhen) return false;
  return matter.acts.some((act) => act.act === row.do && act.at >= startedAt && evaluate(metWhen.tree, scopeOf(world, kind, matter, act)) === undefined);
}

function factsOf(policy: Policy, condition: Condition | null): readonly string[] {
  if (!condition) return [];
  const scored = [...everyPart(condition.tree)].flatMap((part) => (part.op === 'score' ? (policy.scores[part.score]?.items ?? []).map((item) => item.fact) : []));
  return [...factsIn(condition.tree), ...scored];
}

function factOfTime(due: Due): readonly string[] {
  return due.is === 'at' && !due.ofIt ? [due.fact] : [];
}
