import type { Actor, Policy, Who } from '#engine';

/** What a person bears, in the shape in which rows are compared with it. */
export interface Bearing {
  readonly person: string;
  /** Every position he holds. */
  readonly positions: readonly string[];
  /** Those he holds in no particular unit: he bears them in any. */
  readonly anywhere: readonly string[];
  /** `position@unit` of those he holds in a unit. */
  readonly inUnits: readonly string[];
  /** His own unit and those he holds a position in. */
  readonly units: readonly string[];
}

/** The same as the engine's `actorBears`, spread out for a query: a person by himself, a position (in a unit), the members of a unit. */
export function bearingOf(actor: Extract<Actor, { is: 'person' }>): Bearing {
  const { person, unit, positions } = actor;
  const units = [unit, ...positions.map((held) => held.unit)].filter((each) => each !== null);
  return {
    person, positions: [...new Set(positions.map((held) => held.position))], units: [...new Set(units)],
    anywhere: positions.filter((held) => held.unit === null).map((held) => held.position), inUnits: positions.flatMap((held) => (held.unit === null ? [] : [`${held.position}@${held.unit}`])),
  };
}

/** Duties that several may bear, any of whom may act: of those a row names only the first, so the matter itself is asked. */
export function sharedDuties(policies: readonly Policy[]): readonly string[] {
  return policies.flatMap((policy) => Object.values(policy.duties).filter((duty) => duty.rows.some((row) => shared(row.who))).map((duty) => duty.id));
}

function shared(who: Who): boolean {
  switch (who.is) {
    case 'any': return true;
    case 'all': return who.of.some(shared);
    case 'every': return shared(who.of);
    case 'name': return who.atLeast;
    default: return false;
  }
}

/** Ids of the acts by which somebody is chased. */
export function chasingActs(policies: readonly Policy[]): readonly string[] {
  return [...new Set(policies.flatMap((policy) => Object.values(policy.kinds).flatMap((kind) => Object.values(kind.acts).filter((act) => act.is === 'chase').map((act) => act.id))))];
}
