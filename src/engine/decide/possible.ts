import type { Actor, MatterState } from '../matter.ts';
import type { Act } from '../policy.ts';
import { actorBears } from '../bearers/index.ts';
import { attemptOf } from './act.ts';
import { refusalsOf } from './guards.ts';
import { isOwing, pauseReasons } from './obligations/index.ts';
import type { Refusal, World } from './types.ts';

export interface PossibleAct {
  readonly act: Act;
  readonly refusals: readonly Refusal[];
  /** It meets an open obligation of this actor. */
  readonly mine: boolean;
}

/**
 * Every act of the matter's kind that people may ever do, with all reasons against it for this actor now.
 * What its form still has to ask refuses nothing here; the act itself is decided again when it is done.
 */
export function possibleActs(world: World, matter: MatterState, actor: Actor): readonly PossibleAct[] {
  const kind = world.policy.kinds[matter.kind];
  if (!kind) return [];
  const mine = new Set(matter.obligations.filter((each) => (each.status === 'open' || each.status === 'breached') && actorBears(actor, each.bearers)).map((each) => each.act));
  return Object.values(kind.acts).filter((act) => forPeople(act) && timely(act, matter, world)).map((act) => {
    const attempt = attemptOf(world, kind, act, matter, { act: act.id, actor, facts: {}, fields: {}, occurredAt: world.now }, true);
    const refusals = refusalsOf(attempt);
    return { act, refusals, mine: mine.has(act.id) };
  });
}

function forPeople(act: Act): boolean {
  if (act.is === 'receive' || act.is === 'open') return false;
  return act.daily !== null || act.may.some((who) => !(who.is === 'special' && who.name === 'system'));
}

/** Acts of daily life are listed only where they mean something: nothing to resume, nothing to suspend. */
function timely(act: Act, matter: MatterState, world: World): boolean {
  if (!act.daily) return true;
  if (matter.ended) return act.id === 'note';
  if (act.is === 'pause') return pauseReasons({ matter, world }).length > 0;
  if (act.is === 'resume') return matter.obligations.some((each) => each.status === 'paused' || (isOwing(each) && each.act === act.id));
  const overseen = matter.obligations.some((each) => each.act === 'answer-oversight' && (each.status === 'open' || each.status === 'breached'));
  if (act.id === 'answer-oversight' || act.id === 'release') return overseen;
  return true;
}
