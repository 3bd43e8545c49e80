import { actorBears, slotsOf, type Actor, type Directory, type Kind, type Policy, type Who } from '#engine';

/** Kinds this person may not list: their `see` is the whole list, and he is not on it. Where it names roles of a single matter only, nobody lists the kind. */
export function kindsHiddenFrom(actor: Actor, policies: readonly Policy[], directory: Directory): readonly string[] {
  return policies.flatMap((policy) => Object.values(policy.kinds).filter((kind) => kind.see && !borne(actor, kind.see, policy, kind, directory)).map((kind) => kind.id));
}

/** A kind as one version of a policy has it; a matter has the key of the version it began with. */
export const kindOfVersion = (kind: string, version: string): string => `${kind}@${version}`;

/** Kinds by version that this person may not list. @param versions - every version that keeps a kind to some, in force or not */
export function versionsHiddenFrom(actor: Actor, versions: readonly Policy[], directory: Directory): readonly string[] {
  return versions.flatMap((policy) => kindsHiddenFrom(actor, [policy], directory).map((kind) => kindOfVersion(kind, policy.version)));
}

/** Whether somebody may receive matters of a kind. */
export function mayReceive(actor: Actor, policy: Policy, kind: Kind, directory: Directory): boolean {
  return borne(actor, kind.acts['receive']?.may ?? [], policy, kind, directory);
}

/** Whether he is among those named, before there is a matter that could bind roles. */
function borne(actor: Actor, among: readonly Who[], policy: Policy, kind: Kind, directory: Directory): boolean {
  const matter = { kind: kind.id, roles: {}, about: null, parent: null };
  return among.some((who) => slotsOf(who, { policy, directory, matter, it: null }).some((slot) => actorBears(actor, slot.bearers)));
}
