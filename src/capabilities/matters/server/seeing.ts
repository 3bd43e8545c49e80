import { actorBears, slotsOf, type MatterState, type World } from '#engine';
import { kindsHiddenFrom } from '#capabilities/policies/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { Surroundings } from './gather.ts';

/**
 * Whether somebody may see a matter at all: `see` of its kind is the whole list, for pages, lists, search, counts and
 * notices alike. To everybody else the matter does not exist.
 */
export function sees({ world, row }: { readonly world: World; readonly row: { readonly state: MatterState } }, actor: Actor): boolean {
  return seesState(world, row.state, actor);
}

function seesState(world: World, matter: MatterState, actor: Actor): boolean {
  const see = world.policy.kinds[matter.kind]?.see;
  if (!see) return true;
  return see.some((who) => slotsOf(who, { policy: world.policy, directory: world.directory, matter, it: null }).some((slot) => actorBears(actor, slot.bearers)));
}

/** Kinds this person may not list. Kinds whose `see` names only roles of a single matter are never listed for others. */
export function hiddenKinds(around: Surroundings, actor: Actor): readonly string[] {
  return kindsHiddenFrom(actor, around.policies.inForce.map(({ policy }) => policy), around.company.directory);
}
