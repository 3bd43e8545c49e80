import { holdersOf, type Bearer, type Directory, type HeldPosition, type MatterState, type Policy } from '#engine';

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

/** Whether the policy has a ladder of its own for what an alarm is about: then that is how it climbs. */
export function hasLadder(policy: Policy, matter: MatterState, obligation: string | null | undefined): boolean {
  const owed = obligation ? matter.obligations.find((each) => each.key === obligation) : undefined;
  return (policy.duties[owed?.duty ?? '']?.ladder.length ?? 0) > 0;
}

/** Whoever is next above these people. */
export function climbsTo(policy: Policy, directory: Directory, people: readonly string[]): Above | null {
  return nextAbove(directory.people.filter((each) => people.includes(each.person)).flatMap((each): readonly HeldPosition[] => each.positions), policy, directory);
}
