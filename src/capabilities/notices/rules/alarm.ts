import { DAY, MINUTE, holdersOf, type Bearer, type Directory, type HeldPosition, type Instant, type Policy } from '#engine';

/** System default, shown to the first one: an alarm nobody takes is told again, and to the next above, after so long. */
export const AGAIN_AFTER = 5 * MINUTE;
/** After an hour it is told less often, after a day no more: it stays open in the product. */
const OFTEN = 12;
const SELDOM = 30 * MINUTE;
const LASTS = DAY;

/** When an alarm is told again. @param told - how often so far. @param first - when it was told first. @returns null when no more. */
export function toldAgainAt(told: number, first: Instant, now: Instant): Instant | null {
  const next = now + (told <= OFTEN ? AGAIN_AFTER : SELDOM);
  return next - first > LASTS ? null : next;
}

export interface Above { readonly to: readonly Bearer[]; readonly title: string }

/**
 * Whoever is next above those who were told: the lowest position above theirs that somebody holds, in their own unit where it is held there.
 * @param heard - what those who were told hold. @returns null when nobody is above them.
 */
export function nextAbove(heard: readonly HeldPosition[], policy: Policy, directory: Directory): Above | null {
  const highest = Math.max(0, ...heard.map(({ position }) => policy.positions[position]?.level ?? 0));
  const above = Object.values(policy.positions).filter((each) => (each.level ?? 0) > highest).sort((left, right) => (left.level ?? 0) - (right.level ?? 0));
  const units = [...new Set(heard.flatMap(({ unit }) => (unit === null ? [] : [unit])))];
  for (const { id, title } of above) {
    const own = units.map((unit): Bearer => ({ position: id, unit })).filter((bearer) => holdersOf(bearer, directory).length > 0);
    if (own.length > 0) return { to: own, title };
    if (holdersOf({ position: id }, directory).length > 0) return { to: [{ position: id }], title };
  }
  return null;
}
