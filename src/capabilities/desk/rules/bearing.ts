import type { Policy } from '#engine';

/** Ids of the acts by which somebody is chased. */
export const chasingActs = (policies: readonly Policy[]): readonly string[] => actsThat('chase', policies);

/** Ids of the acts by which a customer is called back. */
export const revisitingActs = (policies: readonly Policy[]): readonly string[] => actsThat('revisit', policies);

function actsThat(is: 'chase' | 'revisit', policies: readonly Policy[]): readonly string[] {
  return [...new Set(policies.flatMap((policy) => Object.values(policy.kinds).flatMap((kind) => Object.values(kind.acts).filter((act) => act.is === is).map((act) => act.id))))];
}
