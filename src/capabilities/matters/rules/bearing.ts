import type { Actor, Policy } from '#engine';

/**
 * Under which keys the rows of a desk name this person: himself, a position he holds (anywhere, or in that unit), the units he belongs
 * to. The same as the engine's `actorBears`, spread out for a query. @param units - every unit of the company.
 */
export function bearerKeysOf({ person, unit, positions }: Pick<Extract<Actor, { is: 'person' }>, 'person' | 'unit' | 'positions'>, units: readonly string[]): readonly string[] {
  const own = [unit, ...positions.map((held) => held.unit)].filter((each) => each !== null);
  return [...new Set([
    `p:${person}`,
    ...positions.flatMap((held) => [`o:${held.position}`, ...(held.unit === null ? units : [held.unit]).map((where) => `o:${held.position}@${where}`)]),
    ...own.map((each) => `u:${each}`),
  ])];
}

/** How an address names “no unit”: an empty word is none in an address. */
export const NO_UNIT = '-';

/** Under which keys a desk names a unit's shared work: its members, or whoever holds a position there. @param unit - its code; empty = positions that belong to no unit. */
export function sharedKeysOf(unit: string, policies: readonly Policy[]): readonly string[] {
  const positions = policies.flatMap((policy) => Object.values(policy.positions));
  const here = positions.filter((each) => (each.unit ?? '') === unit).map((each) => `o:${each.id}`);
  return [...new Set(unit === '' ? here : [`u:${unit}`, ...positions.map((each) => `o:${each.id}@${unit}`), ...here])];
}
