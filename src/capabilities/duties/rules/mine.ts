import { actorBears, slotsOf, titleOfBearer, type Actor, type Directory, type Duty, type Kind, type Policy, type Who } from '#engine';

type Person = Extract<Actor, { is: 'person' }>;
export interface Mine { readonly duty: Duty; readonly via: readonly string[] }

/**
 * The duties of a policy that are somebody's: laid on a position he holds, on his unit, or on a part in a matter that he may take
 * himself or that may be handed to him as one of a unit.
 */
export function dutiesOf(policy: Policy, directory: Directory, actor: Person): readonly Mine[] {
  return Object.values(policy.duties).flatMap((duty) => {
    const kind = policy.kinds[duty.of];
    const via = kind ? [...new Set(duty.rows.flatMap((row) => viaOf(row.who, policy, kind, directory, actor)))] : [];
    return via.length > 0 ? [{ duty, via }] : [];
  });
}

function viaOf(who: Who, policy: Policy, kind: Kind, directory: Directory, actor: Person): readonly string[] {
  const bound = { policy, directory, matter: { kind: kind.id, roles: {}, about: null, parent: null }, it: null };
  const borne = (of: Who): readonly string[] => slotsOf(of, bound).flatMap((slot) => slot.bearers)
    .filter((bearer) => bearer.person === undefined || bearer.person === actor.person).filter((bearer) => actorBears(actor, [bearer]))
    .map(({ position, unit }) => titleOfBearer(policy, { ...(position ? { position } : {}), ...(unit ? { unit } : {}) }, () => undefined));
  const direct = borne(who.is === 'every' ? who.of : who);
  const parts = namesIn(who).flatMap((name) => kind.roles[name] ?? []).filter((role) => {
    const act = kind.acts[role.setBy];
    return role.from === 'to' ? actor.unit !== null : (act?.may ?? []).some((each) => borne(each).length > 0);
  });
  return [...direct, ...parts.map((role) => role.title)];
}

function namesIn(who: Who): readonly string[] {
  switch (who.is) {
    case 'name': return who.of === null ? [who.name] : [];
    case 'any': case 'all': return who.of.flatMap(namesIn);
    case 'every': return namesIn(who.of);
    default: return [];
  }
}
