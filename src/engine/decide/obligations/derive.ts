import type { Bearer, ObligationState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import { addToLastEvent, replaceObligation, type Draft } from '../draft.ts';
import { scopeOf } from '../scope.ts';
import { dueWithPauses, limitFrom, nextStep, ruleOf } from './clock.ts';
import { expectedOf, type Expected } from './expected.ts';
import { alreadyMet, meetWith, type NamedAct } from './meet.ts';

/** How often meeting one round may begin the next within a single decision. */
const MOST_PASSES = 8;

/**
 * Re-derivation: after every act the expected obligations are computed and compared with those that are.
 * New → opened; gone → void; another time or bearer → the same one, next generation, old value in the event.
 * What was met, waived or breached stays as it is.
 */
export function rederive(draft: Draft, acts: readonly NamedAct[], changedAt: Instant): void {
  const before = draft.matter.obligations;
  meetWith(draft, acts);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const expected = expectedOf(draft);
    const opened = expected.map((each) => align(draft, each, changedAt)).includes('opened-met');
    endWhatIsGone(draft, expected);
    if (!opened) break;
  }
  endWhatCannotBeDone(draft);
  const changes = changesBetween(before, draft.matter.obligations);
  if (changes.length) addToLastEvent(draft, 'obligations', changes);
}

function align(draft: Draft, expected: Expected, changedAt: Instant): 'kept' | 'opened' | 'opened-met' {
  const index = draft.matter.obligations.findIndex((ob) => ob.duty === expected.duty.id && ob.round === expected.round && ob.slot === expected.slot.slot);
  const known = draft.matter.obligations[index];
  if (!known) {
    const fresh = open(draft, expected, changedAt);
    draft.matter = { ...draft.matter, obligations: [...draft.matter.obligations, fresh] };
    return fresh.status === 'met' || fresh.status === 'met-late' ? 'opened-met' : 'opened';
  }
  if (known.status === 'void') replaceObligation(draft, index, { ...open(draft, expected, changedAt), generation: known.generation + 1 });
  else if (known.status === 'open' || known.status === 'paused') replaceObligation(draft, index, moved(draft, known, expected, changedAt));
  else if (known.status === 'breached') replaceObligation(draft, index, withBearers(known, expected.slot.bearers));
  return 'kept';
}

/** A duty started by an act of this very decision counts from that act; one that arises by a changed fact counts from the change. */
function open(draft: Draft, expected: Expected, changedAt: Instant): ObligationState {
  const { duty, rule, slot, startedBy } = expected;
  const fresh = startedBy.seq >= draft.firstSeq || expected.round >= 100_000 || draft.world.history === true;
  const start = fresh ? beginning(draft, expected) : changedAt;
  const blank: ObligationState = {
    key: `${duty.id}/${expected.round}/${slot.slot}`, duty: duty.id, round: expected.round, slot: slot.slot, row: expected.row, act: rule.do, bearers: slot.bearers,
    clause: rule.source.clause, ours: rule.source.ours, status: 'open', startedAt: start, countsFrom: start, cap: null, dueAt: null, generation: 1, pauses: [], fired: [], next: null,
    metAt: null, metBy: null, breachedAt: null, noticedAt: null, recordedLate: false, sampledOut: false,
  };
  return alreadyMet(draft, timed(draft, blank, expected), rule);
}

/** A repetition at the end of a period (each month) goes on from the time that was due, else an early one would fall due twice in it. */
function beginning(draft: Draft, { duty, startedBy, repeated }: Expected): Instant {
  if (!repeated || duty.every?.is !== 'end of') return startedBy.at;
  const before = draft.matter.obligations.find((each) => each.duty === duty.id && each.metBy === startedBy.seq);
  return Math.max(startedBy.at, before?.dueAt ?? startedBy.at);
}

/** Same obligation under the facts of now: another row moves its limit without giving or stealing time. */
function moved(draft: Draft, known: ObligationState, expected: Expected, changedAt: Instant): ObligationState {
  const { rule, slot } = expected;
  const sameRow = known.row === expected.row;
  const next: ObligationState = {
    ...known, row: expected.row, act: rule.do, clause: rule.source.clause, ours: rule.source.ours,
    ...(sameRow ? {} : reclassified(draft, known, expected, changedAt)),
  };
  const retimed = timed(draft, withBearers(next, slot.bearers), expected);
  if (retimed.dueAt === known.dueAt && retimed.bearers === known.bearers && sameRow) return known;
  const sameTime = retimed.dueAt === known.dueAt;
  const renewed = { ...retimed, generation: known.generation + 1, fired: sameTime ? known.fired : [] };
  return timed(draft, renewed, expected);
}

/** A longer limit counts from the original start; a shorter one ends at the earlier of the old time and change + new limit. */
function reclassified(draft: Draft, known: ObligationState, expected: Expected, changedAt: Instant): Partial<ObligationState> {
  const fromStart = limit(draft, expected, known.startedAt)?.at ?? null;
  if (known.status === 'paused' || fromStart === null) return { countsFrom: known.startedAt, cap: null };
  if (known.dueAt !== null && fromStart >= known.dueAt) return { countsFrom: known.startedAt, cap: null };
  return { countsFrom: changedAt, cap: known.dueAt };
}

function limit(draft: Draft, expected: Expected, start: Instant): ReturnType<typeof limitFrom> {
  const scope = scopeOf(draft.world, draft.kind, draft.matter, expected.startedBy);
  return limitFrom(ruleOf(expected.duty, expected.rule, expected.repeated), start, expected.startedBy, scope, draft.world);
}

function timed(draft: Draft, ob: ObligationState, expected: Expected): ObligationState {
  const found = limit(draft, expected, ob.countsFrom);
  if (!found) return { ...ob, dueAt: null, next: null };
  const dueAt = dueWithPauses(found, ob, draft.world);
  const due = { ...ob, dueAt };
  return { ...due, next: nextStep(expected.duty.ladder, due, found.used, draft.world) };
}

function withBearers(ob: ObligationState, bearers: readonly Bearer[]): ObligationState {
  return JSON.stringify(ob.bearers) === JSON.stringify(bearers) ? ob : { ...ob, bearers };
}

function endWhatIsGone(draft: Draft, expected: readonly Expected[]): void {
  const wanted = new Set(expected.map((each) => `${each.duty.id}/${each.round}/${each.slot.slot}`));
  draft.matter.obligations.forEach((ob, index) => {
    if ((ob.status !== 'open' && ob.status !== 'paused') || wanted.has(ob.key) || !draft.world.policy.duties[ob.duty]) return;
    replaceObligation(draft, index, { ...ob, status: 'void', next: null });
  });
}

/** At the end of its life nothing is owed that its stage no longer allows to be done. */
function endWhatCannotBeDone(draft: Draft): void {
  const { kind, matter } = draft;
  if (draft.world.history || (matter.stage !== kind.stages.at(-1) && !matter.ended)) return;
  matter.obligations.forEach((ob, index) => {
    if (ob.status !== 'open' && ob.status !== 'paused' && ob.status !== 'breached') return;
    const from = kind.acts[ob.act]?.from;
    if (!matter.ended && (!from || from.includes(matter.stage))) return;
    replaceObligation(draft, index, ob.status === 'breached' ? { ...ob, next: null } : { ...ob, status: 'void', next: null });
  });
}

function changesBetween(before: readonly ObligationState[], after: readonly ObligationState[]): readonly Record<string, unknown>[] {
  return after.flatMap<Record<string, unknown>>((now, index) => {
    const was = before[index];
    if (!was) return [{ key: now.key, became: now.status, due: now.dueAt, bearers: now.bearers, clause: now.clause }];
    if (was === now || (was.status === now.status && was.dueAt === now.dueAt && was.bearers === now.bearers)) return [];
    return [{
      key: now.key,
      ...(was.status === now.status ? {} : { was: was.status, became: now.status }),
      ...(was.dueAt === now.dueAt ? {} : { wasDue: was.dueAt, due: now.dueAt }),
      ...(was.bearers === now.bearers ? {} : { wasBearers: was.bearers, bearers: now.bearers }),
    }];
  });
}
