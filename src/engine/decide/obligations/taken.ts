import { bearsIn, type Slot } from '../../bearers/index.ts';
import type { Actor, Bearer, MatterState, ObligationState } from '../../matter.ts';
import { APPROVE } from '../approvals/lapse.ts';
import { TAKE_WORK } from '../daily/index.ts';
import type { Draft } from '../draft.ts';
import type { World } from '../types.ts';
import { isOwing } from './owing.ts';
import type { Round } from './rounds.ts';

/** What somebody may take upon himself: owed by several together, himself among them, and by nobody's name. */
export function takable(world: World, matter: MatterState, actor: Actor): readonly ObligationState[] {
  return matter.obligations.filter((each) => isOwing(each) && each.duty !== APPROVE && shared(each.bearers) && bearsIn(world, actor, each.bearers, matter.id));
}

/**
 * Who bears a slot after somebody took the work: the last one who did since the clock started, as long as it would still be his among
 * others. What begins anew afterwards is shared again.
 */
export function takenBy({ world, matter }: Draft, { startedBy, round }: Round, slot: Slot): Slot {
  if (!shared(slot.bearers)) return slot;
  const takes = matter.acts.filter((each) => each.act === TAKE_WORK && !matter.recalled?.includes(each.seq) && (round === startedBy.seq ? each.seq > startedBy.seq : each.at >= startedBy.at));
  for (const { actor } of takes.toReversed()) {
    const taker = actor === 'system' ? undefined : world.directory.people.find((each) => each.person === actor.person);
    const bearer = taker && slot.bearers.find((each) => bearsIn(world, { is: 'person', ...taker, rights: [] }, [each], matter.id));
    if (taker && bearer) return { ...slot, bearers: [{ ...bearer, person: taker.person }] };
  }
  return slot;
}

const shared = (bearers: readonly Bearer[]): boolean => bearers.length > 0 && bearers.every((each) => each.person === undefined);
