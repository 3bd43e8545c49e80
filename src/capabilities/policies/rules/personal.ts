import type { HeldPosition, Policy } from '#engine';

/** From this level on people lead others, and see whom a complaint comes from. */
const LEADING_LEVEL = 20;

/**
 * Whether somebody's lists carry the customers' names, telephone numbers and addresses in full: those who lead, and those who take calls,
 * which is whoever may receive a matter by name of his position. Everybody else gets them masked; one matter at a time he still sees in full.
 * What was received under a policy that is withdrawn (停用) goes on under whoever holds its positions: a position that no policy in force knows is
 * what that one made it.
 */
export function seesPersonal(positions: readonly HeldPosition[], { inForce, withdrawn }: PoliciesNow): boolean {
  return positions.some(({ position }) => {
    const known = inForce.filter((policy) => policy.positions[position] !== undefined);
    return [...inForce, ...(known.length === 0 ? withdrawn : [])].some((policy) => leads(policy, position) || receives(policy, position));
  });
}

interface PoliciesNow { readonly inForce: readonly Policy[]; readonly withdrawn: readonly Policy[] }

function leads(policy: Policy, position: string): boolean {
  return (policy.positions[position]?.level ?? 0) >= LEADING_LEVEL;
}

function receives(policy: Policy, position: string): boolean {
  return Object.values(policy.kinds).some((kind) => Object.values(kind.acts).some((act) =>
    act.is === 'receive' && act.may.some((who) => who.is === 'name' && who.name === position)));
}
