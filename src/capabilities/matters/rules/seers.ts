import { actorBears, slotsOf, type Actor, type Bearer, type MatterState, type World } from '#engine';

type Known = Pick<World, 'policy' | 'directory'>;

/** All who may see a matter; null = everybody. */
export function seersOf({ policy, directory }: Known, matter: MatterState): readonly Bearer[] | null {
  const see = policy.kinds[matter.kind]?.see;
  return see ? see.flatMap((who) => slotsOf(who, { policy, directory, matter, it: null }).flatMap((slot) => slot.bearers)) : null;
}

/** Whether a matter exists for somebody. */
export function seesState(known: Known, matter: MatterState, actor: Actor): boolean {
  const seers = seersOf(known, matter);
  return seers === null || actorBears(actor, seers);
}
