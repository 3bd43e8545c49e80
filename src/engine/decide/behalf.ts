import { actorBears, bornFor, slotsOf } from '../bearers/index.ts';
import type { Bearer } from '../matter.ts';
import type { Attempt } from './attempt.ts';
import { isOwing } from './obligations/index.ts';

/**
 * For whom somebody acts: the absent person who owes the act, or who may do it where he himself may not.
 * @returns null when he acts for himself.
 */
export function actsFor(attempt: Attempt): string | null {
  const { world, matter, act, actor, proposed } = attempt;
  if (world.history || actor.is === 'system' || !world.directory.absences?.length) return null;
  const owed = matter.obligations.filter((each) => isOwing(each) && each.act === act.id).map((each) => each.bearers);
  const may = act.may.flatMap((who) => slotsOf(who, { policy: world.policy, directory: world.directory, matter, it: proposed }).map((slot) => slot.bearers));
  const own = (list: readonly (readonly Bearer[])[]): boolean => list.some((bearers) => actorBears(actor, bearers));
  if (own(owed)) return null;
  const owing = first(owed);
  if (owing !== null || act.daily !== null || own(may)) return owing;
  return first(may);

  function first(list: readonly (readonly Bearer[])[]): string | null {
    for (const bearers of list) {
      const person = bornFor(world, actor, bearers, matter.id);
      if (person !== null) return person;
    }
    return null;
  }
}
