import { evaluate, explainCondition, type LookedAt, type Scope } from '../conditions/index.ts';
import type { MatterState } from '../matter.ts';
import type { Condition, Duty, Kind } from '../policy.ts';
import type { Text } from '../text.ts';
import { scopeOf } from '../decide/scope.ts';
import { roundsOf } from '../decide/obligations/index.ts';
import type { World } from '../decide/index.ts';
import { titleOfFact } from './titles.ts';

/** A duty that asks for nothing only because something is not known yet. */
export interface NotKnown { readonly duty: string; readonly clause: readonly string[]; readonly looked: readonly LookedAt[] }

/** The duties of a matter that began but do not apply because a fact is not known, with those facts. */
export function explainUnknown(world: World, matter: MatterState): readonly NotKnown[] {
  const kind = world.policy.kinds[matter.kind];
  if (!kind || matter.ended) return [];
  return Object.values(world.policy.duties).filter((duty) => duty.of === kind.id).flatMap((duty) => {
    const looked = once(roundsOf(matter, kind, duty).flatMap(({ startedBy }) => {
      const scope = scopeOf(world, kind, matter, startedBy);
      return unknownIn(undecided(duty, scope), scope);
    }));
    return looked.length ? [{ duty: duty.id, clause: duty.source.clause, looked }] : [];
  });
}

/** The conditions that are unknown and keep a duty from applying: its own, or those of its rows when no row holds. */
function undecided(duty: Duty, scope: Scope): readonly Condition[] {
  const own = duty.when ? evaluate(duty.when, scope) : true;
  if (own === false) return [];
  if (own === undefined) return duty.when ? [duty.when] : [];
  if (duty.rows.some((row) => row.when === null || evaluate(row.when, scope) === true)) return [];
  return duty.rows.flatMap((row) => (row.when && evaluate(row.when, scope) === undefined ? [row.when] : []));
}

/** Conditions of the rows before one; each of them did not hold. */
export function earlierRows(duty: Duty, row: number): readonly Condition[] {
  return duty.rows.slice(0, row).flatMap((each) => (each.when ? [each.when] : []));
}

/** What unknown conditions looked at and did not find. */
export function unknownIn(conditions: readonly Condition[], scope: Scope): readonly LookedAt[] {
  return once(conditions.flatMap((condition) => explainCondition(condition, scope)).filter((each) => each.value === undefined));
}

export function noteOnUnknown(kind: Kind, unknown: readonly LookedAt[]): readonly Text[] {
  if (unknown.length === 0) return [];
  const names = unknown.map((each) => titleOfFact(kind, each.name)).join('、');
  return [{ zh: `另有一行不适用，因为还不知道：${names}`, en: `Another row does not apply because this is not known: ${names}` }];
}

/** Each thing looked at once, the first time it was. */
export function once(looked: readonly LookedAt[]): readonly LookedAt[] {
  return [...new Map([...looked].reverse().map((each) => [each.name, each])).values()].reverse();
}
