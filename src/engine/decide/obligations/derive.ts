import type { ObligationState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import { APPROVE, lapseImpossible } from '../approvals/lapse.ts';
import { addToEvent, replaceObligation, type Draft } from '../draft.ts';
import { changesBetween } from './changes.ts';
import { stepsOf } from './clock.ts';
import { canStillBeDone, expectedOf, type Expected } from './expected.ts';
import { alreadyMet, meetWith, type NamedAct } from './meet.ts';
import { isOverdue } from './owing.ts';
import { reclassified } from './reclassify.ts';
import { NUMBERS_PER_MATTER, roundOf } from './rounds.ts';
import { sameBearers, sameWords } from './same.ts';
import { limitOf, timed } from './timed.ts';

/** How often meeting one round may begin the next within a single decision. */
const MOST_PASSES = 8;

/** What this decision did, and when it happened. */
interface Change { readonly acts: readonly NamedAct[]; readonly at: Instant }

/**
 * Re-derivation: after every act the expected obligations are computed and compared with those that are.
 * New → opened; gone → void; another time or bearer → the same one, next generation, old value in the event.
 * What was met, waived or breached stays as it is.
 */
export function rederive(draft: Draft, acts: readonly NamedAct[], changedAt: Instant): void {
  const change: Change = { acts, at: changedAt };
  meetWith(draft, acts);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const expected = expectedOf(draft);
    const opened = expected.map((each) => align(draft, each, change)).includes('opened-met');
    endWhatIsGone(draft, expected, changedAt);
    if (!opened) break;
  }
  lapseImpossible(draft, changedAt, (act) => canStillBeDone(draft, act));
  const changes = changesBetween(draft.before, draft.matter.obligations);
  if (changes.length) addToEvent(draft, 'obligations', changes);
}

function align(draft: Draft, expected: Expected, change: Change): 'kept' | 'opened' | 'opened-met' {
  const index = draft.matter.obligations.findIndex((ob) => ob.duty === expected.duty.id && ob.round === expected.round && ob.slot === expected.slot.slot);
  const known = draft.matter.obligations[index];
  if (!known) {
    const fresh = open(draft, expected, change);
    draft.matter = { ...draft.matter, obligations: [...draft.matter.obligations, fresh] };
    return fresh.status === 'met' || fresh.status === 'met-late' ? 'opened-met' : 'opened';
  }
  if (known.status === 'void') replaceObligation(draft, index, reopened(draft, known, expected, change));
  else if (isOverdue(known, change.at)) replaceObligation(draft, index, handedOn(known, expected));
  else if (known.status === 'open' || known.status === 'paused') replaceObligation(draft, index, moved(draft, known, expected, change.at));
  return 'kept';
}

/** A duty started by an act of this very decision counts from that act; one that arises by a changed fact counts from the change. */
function open(draft: Draft, expected: Expected, change: Change): ObligationState {
  const { duty, rule, slot } = expected;
  const start = isNew(draft, expected, change) || draft.world.history === true ? beginning(draft, expected) : change.at;
  const blank: ObligationState = {
    key: `${duty.id}/${expected.round}/${slot.slot}`, duty: duty.id, round: expected.round, slot: slot.slot, row: expected.row, act: rule.do, bearers: slot.bearers,
    clause: rule.source.clause, ours: rule.source.ours, status: 'open', startedAt: start, countsFrom: start, cap: null, dueAt: null, generation: 1, pauses: [], fired: [], next: null,
    metAt: null, metBy: null, breachedAt: null, noticedAt: null, recordedLate: false,
  };
  return alreadyMet(draft, timed(draft, blank, expected), rule);
}

function isNew(draft: Draft, { round, startedBy }: Expected, { acts }: Change): boolean {
  if (round === startedBy.seq) return startedBy.seq >= draft.firstSeq;
  return acts.some(({ name, entry }) => name.includes('.') && entry.act === startedBy.act && entry.seq === startedBy.seq && entry.at === startedBy.at);
}

/** A repetition at the end of a period (each month) goes on from the time that was due, else an early one would fall due twice in it. */
function beginning(draft: Draft, { duty, startedBy, round, repeated }: Expected): Instant {
  if (!repeated || duty.every?.is !== 'end of') return startedBy.at;
  const before = draft.matter.obligations.find((each) => each.duty === duty.id && (each.metBy === round || each.key === startedBy.fields.obligation));
  return Math.max(startedBy.at, before?.dueAt ?? startedBy.at);
}

/** What was dropped and is owed again arises newly, but going there and back again wins nobody time: an old due time still ahead holds. */
function reopened(draft: Draft, known: ObligationState, expected: Expected, change: Change): ObligationState {
  if (change.acts.some(({ name }) => draft.kind.acts[name]?.daily && draft.kind.acts[name]?.is === 'unmerge')) return asIfNeverMerged(draft, known, expected, change);
  const fresh = { ...open(draft, expected, change), generation: known.generation + 1 };
  if (fresh.status !== 'open' || known.dueAt === null || known.dueAt <= change.at || draft.world.history) return fresh;
  return timed(draft, { ...fresh, cap: known.dueAt }, expected);
}

/** Merging is no pause: taken apart it is due when it was due, and what passed meanwhile was missed then. What stood still goes on standing. */
function asIfNeverMerged(draft: Draft, known: ObligationState, expected: Expected, change: Change): ObligationState {
  const status = known.pauses.some(({ to }) => to === null) ? 'paused' : 'open';
  const again: ObligationState = { ...known, status, generation: known.generation + 1 };
  return isOverdue(again, change.at) ? handedOn(timed(draft, again, expected), expected) : moved(draft, again, expected, change.at);
}

/** Work that is overdue passes with its role to whoever holds that now; another class neither moves nor lifts it. */
function handedOn(known: ObligationState, expected: Expected): ObligationState {
  if (known.row !== expected.row || sameBearers(known.bearers, expected.slot.bearers)) return known;
  return { ...known, bearers: expected.slot.bearers, generation: known.generation + 1 };
}

/** Same obligation under the facts of now: another row moves its limit without giving or stealing time. */
function moved(draft: Draft, known: ObligationState, expected: Expected, changedAt: Instant): ObligationState {
  const { rule, row, slot } = expected;
  const next: ObligationState = {
    ...known, row, act: rule.do, ours: rule.source.ours, clause: sameWords(known.clause, rule.source.clause) ? known.clause : rule.source.clause,
    bearers: sameBearers(known.bearers, slot.bearers) ? known.bearers : slot.bearers,
    ...(known.row === row ? {} : reclassified(draft, known, expected, changedAt)),
  };
  const retimed = timed(draft, next, expected);
  if (retimed.dueAt === known.dueAt && retimed.bearers === known.bearers) return sameOtherwise(known, retimed) ? known : retimed;
  const fired = retimed.dueAt === known.dueAt ? known.fired : stillFired(draft, retimed, expected);
  return timed(draft, { ...retimed, generation: known.generation + 1, fired }, expected);
}

/** Steps that fired and lie behind under the new time too are not repeated; those that lie ahead again will be. */
function stillFired(draft: Draft, ob: ObligationState, expected: Expected): readonly string[] {
  const limit = limitOf(draft, expected, ob.countsFrom);
  if (!limit || ob.dueAt === null) return ob.fired;
  const passed = stepsOf(expected.duty.ladder, ob, limit, draft.world).filter((each) => each.at <= draft.world.now).map((each) => each.step);
  return ob.fired.filter((step) => passed.includes(step));
}

function sameOtherwise(known: ObligationState, now: ObligationState): boolean {
  const plain = ['row', 'act', 'clause', 'ours', 'countsFrom', 'cap'] as const;
  return plain.every((field) => known[field] === now[field]) && known.next?.at === now.next?.at && known.next?.step === now.next?.step;
}

function endWhatIsGone(draft: Draft, expected: readonly Expected[], changedAt: Instant): void {
  const wanted = new Set(expected.map((each) => `${each.duty.id}/${each.round}/${each.slot.slot}`));
  draft.matter.obligations.forEach((ob, index) => {
    if (ob.duty === APPROVE || wanted.has(ob.key)) return;
    const last = !canStillBeDone(draft, ob.act);
    if (ob.status === 'breached' && last && ob.next) replaceObligation(draft, index, { ...ob, next: null });
    if ((ob.status !== 'open' && ob.status !== 'paused') || isOutOfSight(draft, ob)) return;
    if (draft.matter.ended || !isOverdue(ob, changedAt)) replaceObligation(draft, index, { ...ob, status: 'void', next: null });
  });
}

/** Begun by a matter below that was not brought along: nothing can be said about it now. */
function isOutOfSight({ matter, kind, world }: Draft, ob: ObligationState): boolean {
  const duty = world.policy.duties[ob.duty];
  return !matter.ended && duty !== undefined && ob.round >= NUMBERS_PER_MATTER && roundOf(matter, kind, duty, ob.round) === null;
}
