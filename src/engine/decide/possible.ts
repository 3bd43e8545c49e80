import type { Actor, ApprovalState, MatterState } from '../matter.ts';
import type { Act } from '../policy.ts';
import { bearsIn } from '../bearers/index.ts';
import { attemptOf } from './act.ts';
import { refusalsOf } from './guards.ts';
import type { Refusal, World } from './types.ts';
import { timely } from './verbs/index.ts';

export interface PossibleAct {
  readonly act: Act;
  readonly refusals: readonly Refusal[];
  /** It meets an open obligation of this actor. */
  readonly mine: boolean;
  /** His application was approved: it can be done with what he gave then. */
  readonly approved: ApprovalState | null;
}

/**
 * Every act of the matter's kind that people may ever do, with all reasons against it for this actor now.
 * What its form still has to ask refuses nothing here; the act itself is decided again when it is done.
 */
export function possibleActs(world: World, matter: MatterState, actor: Actor): readonly PossibleAct[] {
  const kind = world.policy.kinds[matter.kind];
  if (!kind) return [];
  const mine = new Set(matter.obligations.filter((each) => (each.status === 'open' || each.status === 'breached') && bearsIn(world, actor, each.bearers, matter.id)).map((each) => each.act));
  return Object.values(kind.acts).filter((act) => forPeople(act) && timely(act, kind, matter, world, actor)).map((act) => {
    const attempt = attemptOf(world, kind, act, matter, { act: act.id, actor, facts: {}, fields: {}, occurredAt: world.now }, true);
    const refusals = refusalsOf(attempt);
    return { act, refusals, mine: mine.has(act.id), approved: refusals.length === 0 ? approvedFor(matter, act, actor) : null };
  });
}

function forPeople(act: Act): boolean {
  if (act.is === 'receive' || act.is === 'open') return false;
  return act.daily !== null || act.may.some((who) => !(who.is === 'special' && who.name === 'system'));
}

/** The application of this person that was approved and not used yet. */
function approvedFor(matter: MatterState, act: Act, actor: Actor): ApprovalState | null {
  return (actor.is === 'person' && matter.approvals.findLast((each) => each.act === act.id && each.status === 'approved' && each.applicant === actor.person)) || null;
}
