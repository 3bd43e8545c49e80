import type { MatterState, World } from '#engine';
import { kindsHiddenFrom } from '#capabilities/policies/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import { seesState } from '../rules/seers.ts';
import type { Surroundings } from './gather.ts';

/**
 * Whether somebody may see a matter at all: `see` of its kind is the whole list, for pages, lists, search, counts and
 * notices alike. To everybody else the matter does not exist.
 */
export function sees({ world, row }: { readonly world: World; readonly row: { readonly state: MatterState } }, actor: Actor): boolean {
  return seesState(world, row.state, actor);
}

/** Kinds this person may not list. Kinds whose `see` names only roles of a single matter are never listed for others. */
export function hiddenKinds(around: Surroundings, actor: Actor): readonly string[] {
  return kindsHiddenFrom(actor, around.policies.inForce.map(({ policy }) => policy), around.company.directory);
}
