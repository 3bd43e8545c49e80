import type { HeldPosition, Policy } from '#engine';

/** From this level on people lead others, and see whom a complaint comes from. */
const LEADING_LEVEL = 20;

/**
 * Whether somebody's lists carry the customers' names, telephone numbers and addresses in full: those who lead, and those who take calls,
 * which is whoever may receive a matter by name of his position. Everybody else gets them masked; one matter at a time he still sees in full.
 */
export function seesPersonal(positions: readonly HeldPosition[], policies: readonly Policy[]): boolean {
  return positions.some(({ position }) => policies.some((policy) => leads(policy, position) || receives(policy, position)));
}

function leads(policy: Policy, position: string): boolean {
  return (policy.positions[position]?.level ?? 0) >= LEADING_LEVEL;
}

function receives(policy: Policy, position: string): boolean {
  return Object.values(policy.kinds).some((kind) => Object.values(kind.acts).some((act) =>
    act.is === 'receive' && act.may.some((who) => who.is === 'name' && who.name === position)));
}
