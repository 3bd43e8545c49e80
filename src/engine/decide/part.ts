import { bearsIn } from '../bearers/index.ts';
import type { Actor, Bearer, MatterState } from '../matter.ts';
import type { Kind } from '../policy.ts';
import type { Attempt } from './attempt.ts';
import type { World } from './types.ts';

/** Whether somebody has a part in a matter: he did an act of its policy in it (a note or a chasing anybody may leave anywhere), has a role there, or something of it was laid on him, his unit or his position. */
export function hasPart(world: World, matter: MatterState, actor: Actor): boolean {
  if (actor.is === 'system') return true;
  const acted = matter.acts.some((each) => each.actor !== 'system' && each.actor.person === actor.person && world.policy.kinds[matter.kind]?.acts[each.act]?.daily === null);
  const laid: readonly Bearer[] = [...Object.values(matter.roles), ...matter.obligations.flatMap((each) => each.bearers)];
  return acted || bearsIn(world, actor, laid, matter.id);
}

/** Merging stops another's limits: it is for those who have a part, those whose position takes such matters in (they find the second call), and those who oversee. */
export function mayMerge({ world, kind, matter, actor }: Attempt): boolean {
  return actor.is === 'system' || actor.rights.includes('oversee') || takesIn(kind, actor) || hasPart(world, matter, actor);
}

function takesIn(kind: Kind, actor: Extract<Actor, { is: 'person' }>): boolean {
  const receiving = Object.values(kind.acts).filter((act) => act.is === 'receive').flatMap((act) => act.may);
  return receiving.some((who) => who.is === 'name' && actor.positions.some((held) => held.position === who.name));
}
