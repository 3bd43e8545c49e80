import type { Actor, MatterState } from '../../matter.ts';
import type { Act, Kind } from '../../policy.ts';
import { completeDuty, COMPLETE_RECORD, TAKE_WORK } from '../daily/index.ts';
import { isAtEnd } from '../ended.ts';
import { isOwing, pauseReasons, takable } from '../obligations/index.ts';
import type { World } from '../types.ts';
import { nothingToAnswer } from './answer.ts';
import { extendable } from './extend.ts';
import { mayGiveBack } from './give-back.ts';
import { whyNoRecall } from './recall.ts';

/** Acts of daily life are listed only where they mean something: nothing to resume, nothing to take back. */
export function timely(act: Act, kind: Kind, matter: MatterState, world: World, actor: Actor): boolean {
  if (!act.daily) return true;
  if (act.is === 'recall') return actor.is === 'person' && whyNoRecall(matter, actor.person) === null;
  if (act.is === 'unmerge') return matter.ended === 'merged';
  if (act.id === COMPLETE_RECORD) return matter.obligations.some((each) => each.duty === completeDuty(matter.kind) && isOwing(each));
  if (isAtEnd(kind, matter)) return staysAtEnd(act, matter);
  if (act.is === 'pause') return pauseReasons({ matter, world }).length > 0;
  if (act.is === 'resume') return matter.obligations.some((each) => each.status === 'paused' || (isOwing(each) && each.act === act.id));
  if (act.is === 'return') return mayGiveBack(world, kind, matter, actor);
  if (act.is === 'extend') return extendable(matter, world.now).length > 0;
  if (act.id === TAKE_WORK) return takable(world, matter, actor).length > 0;
  if (act.is === 'merge') return !matter.merged?.length;
  return nothingToAnswer(act.id, matter) === null;
}

/** What may still be done in a matter that has come to its end: write down, put right, take apart. */
export function staysAtEnd(act: Act, matter: Pick<MatterState, 'ended'>): boolean {
  if (act.id === 'note') return true;
  if (matter.ended !== null) return false;
  return act.is === 'correct' || act.is === 'record-fact' || act.is === 'recall' || act.is === 'waive';
}
