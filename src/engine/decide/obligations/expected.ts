import { evaluate } from '../../conditions/index.ts';
import { slotsOf, type Slot } from '../../bearers/index.ts';
import { fingerprint } from '../../canonical.ts';
import type { ActRecord } from '../../matter.ts';
import type { Duty, DutyRow } from '../../policy.ts';
import { instructedDuty, overseenDuty } from '../daily/index.ts';
import type { Draft } from '../draft.ts';
import { actsOf, scopeOf } from '../scope.ts';
import { roundsOf, type Round } from './rounds.ts';
import { takenBy } from './taken.ts';

/** What a duty asks for in one round, as the facts stand now. */
export interface Expected extends Round {
  readonly duty: Duty;
  readonly row: number;
  readonly rule: DutyRow;
  readonly slot: Slot;
}

/** Everything that the duties of the matter's kind expect now, over all rounds that have been started. */
export function expectedOf(draft: Draft): readonly Expected[] {
  const { matter, kind, world } = draft;
  if (matter.ended) return [];
  return Object.values(world.policy.duties).filter((duty) => duty.of === kind.id).flatMap((duty) => roundsOf(matter, kind, duty).flatMap((round) => inRound(draft, duty, round)))
    .filter((each) => canStillBeDone(draft, each.rule.do));
}

/** At the end of its life nothing is owed that its stage no longer allows to be done. */
export function canStillBeDone({ kind, matter, world }: Draft, act: string): boolean {
  if (matter.ended) return false;
  if (world.history || matter.stage !== kind.stages.at(-1)) return true;
  const from = kind.acts[act]?.from;
  return !from || from.includes(matter.stage);
}

function inRound(draft: Draft, duty: Duty, round: Round): readonly Expected[] {
  const { world, kind, matter } = draft;
  // Its receiver gave it back: what that forwarding began is nobody's any more.
  if (round.startedBy.returned) return [];
  if (duty.until && actsOf(matter, duty.until).some((act) => after(act, round, duty.until ?? ''))) return [];
  const scope = scopeOf(world, kind, matter, round.startedBy);
  if (duty.when && evaluate(duty.when.tree, scope) !== true) return [];
  const row = duty.rows.findIndex((each) => each.when === null || evaluate(each.when.tree, scope) === true);
  const rule = duty.rows[row];
  if (!rule || !sampled(matter.number, duty.id, rule.sample)) return [];
  const slots = slotsOf(rule.who, { policy: world.policy, directory: world.directory, matter, it: round.startedBy });
  return slots.map((slot) => ({ duty, ...round, row, rule, slot: takenBy(draft, round, orWhoAnswered(duty, round, slot)) }));
}

/** A 督办 or a 批示 that came along with a duplicate is answered by who had to answer there, until somebody is in charge here. */
function orWhoAnswered(duty: Duty, { startedBy: { fields } }: Round, slot: Slot): Slot {
  return slot.bearers.length === 0 && fields.to && [overseenDuty(duty.of), instructedDuty(duty.of)].includes(duty.id) ? { ...slot, bearers: [fields.to] } : slot;
}

/** Sequences order the acts of one matter; between matters only time does. */
function after(act: ActRecord, round: Round, name: string): boolean {
  return round.round === round.startedBy.seq && !name.includes('.') ? act.seq > round.startedBy.seq : act.at >= round.startedBy.at;
}

/** Drawn by a hash of the matter's number, so that nobody can choose which ones are looked at (B-2.2.4). */
function sampled(number: string, duty: string, percent: number | null): boolean {
  return percent === null || parseInt(fingerprint(`${number} ${duty}`).slice(0, 8), 16) % 100 < percent;
}
