import type { MatterState, World } from '#engine';
import { kindOfVersion, kindsHiddenFrom, versionsHiddenFrom } from '#capabilities/policies/index.ts';
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

/** Kinds this person may not list as they are in force now: what he registers, rehearses and is told of duties. Of matters ask `hiddenMatters`. */
export function hiddenKinds(around: Surroundings, actor: Actor): readonly string[] {
  return kindsHiddenFrom(actor, around.policies.inForce.map(({ policy }) => policy), around.company.directory);
}

/**
 * Kinds by version whose matters this person may not list, for `KIND_OF_MATTER` of a row: each matter is kept by the version it began with, also once
 * that is withdrawn or another is in force. Kinds whose `see` names only roles of a single matter are never listed for others.
 */
export function hiddenMatters({ policies, company }: Surroundings, actor: Actor): readonly string[] {
  return versionsHiddenFrom(actor, policies.closing.map(({ policy }) => policy), company.directory);
}

/** The kinds alone, where a row does not know its version (`desk_row`): one that any version keeps from him; which of its matters he sees is asked of each. */
export function kindsOfHidden(around: Surroundings, actor: Actor): readonly string[] {
  return [...new Set(hiddenMatters(around, actor).map((each) => each.slice(0, each.lastIndexOf('@'))))];
}

/** Kinds by version that only some may see, whoever reads: they stand on nothing that is made for many. */
export function closedMatters({ policies }: Surroundings): readonly string[] {
  return policies.closing.flatMap(({ policy }) => Object.values(policy.kinds).filter((kind) => kind.see !== null).map((kind) => kindOfVersion(kind.id, policy.version)));
}

/** What `hiddenMatters` and `closedMatters` are compared with, in a statement over matters. */
export const KIND_OF_MATTER = "(m.kind || '@' || m.policy_version)";
