import { afterDue, continueAfter, dueAt, remaining, shareOf } from '../../due/index.ts';
import type { ActRecord, ObligationState } from '../../matter.ts';
import type { Due, DueRule, Duty, DutyRow, LadderStep } from '../../policy.ts';
import type { Instant } from '../../instant.ts';
import type { Scope } from '../../conditions/scope.ts';
import { itFact } from '../scope.ts';
import type { World } from '../types.ts';

/** When a limit ends without pauses, and which alternative of the rule said so. */
export interface Limit { readonly at: Instant; readonly used: Due }

type Counted = Pick<ObligationState, 'countsFrom' | 'cap' | 'pauses'> & Partial<Pick<ObligationState, 'extensions'>>;

/** The rule an obligation's time follows: the duty's own, or its repetition once it has been met before. */
export function ruleOf(duty: Duty, row: DutyRow, repeated: boolean): DueRule {
  return repeated && duty.every ? { text: row.due.text, firstKnown: [duty.every] } : row.due;
}

/** When a limit counted from `start` ends; null while nothing it depends on is known. */
export function limitFrom(rule: DueRule, start: Instant, startedBy: ActRecord, scope: Scope, world: World): Limit | null {
  return dueAt(rule, {
    start, zone: world.policy.zone, calendars: world.calendars,
    fact: scope.fact, itFact: (name) => itFact(startedBy, name, world.policy.zone),
  });
}

/**
 * The due time with everything that happened to it: the limit from where it counts, the cap of an older shorter time,
 * and each pause, after which the calendar time left goes on. Null while a pause lasts.
 */
export function dueWithPauses(limit: Limit, ob: Counted, world: World): Instant | null {
  return acrossPauses(uninterrupted(limit, ob), limit.used, ob, world);
}

/** A time that was extended is the time that was agreed, whatever the rule said. */
function uninterrupted(limit: Limit, ob: Counted): Instant {
  const extended = ob.extensions?.at(-1);
  if (extended) return extended.to;
  return ob.cap === null ? limit.at : Math.min(limit.at, ob.cap);
}

/** A pause moves only what lies after it; one that ended before the limit began to count, or before it was extended, is in the old time already. */
function acrossPauses(at: Instant, used: Due, ob: Counted, world: World): Instant | null {
  let time = at;
  for (const pause of ob.pauses) {
    const from = Math.max(pause.from, ob.countsFrom);
    if (pause.to === null) return null;
    if (pause.to <= ob.countsFrom || from > time || pause.to <= (ob.extensions?.at(-1)?.at ?? -Infinity)) continue;
    time = continueAfter(used, world.calendars, pause.to, remaining(used, world.calendars, from, time));
  }
  return time;
}

/** One thing that falls due for an obligation: a step of the ladder (by its place) or the breach. */
export interface TimedStep { readonly at: Instant; readonly step: string }

/**
 * The next thing that falls due for this obligation: a step of the ladder or the breach itself.
 * A limit reached exactly is in time: what says “overdue” fires one millisecond later.
 */
export function nextStep(ladder: readonly LadderStep[], ob: ObligationState, limit: Limit, world: World): TimedStep | null {
  const waiting = stepsOf(ladder, ob, limit, world).filter((each) => !ob.fired.includes(each.step));
  return waiting.reduce<TimedStep | null>((first, each) => (first === null || each.at < first.at ? each : first), null);
}

/** All steps with their times, fired or not; none while no time runs. */
export function stepsOf(ladder: readonly LadderStep[], ob: ObligationState, limit: Limit, world: World): readonly TimedStep[] {
  const due = ob.status === 'breached' ? ob.breachedAt : ob.dueAt;
  if (due === null || (ob.status !== 'open' && ob.status !== 'breached')) return [];
  const steps = ladder.map((step, index) => ({ step: String(index), at: stepTime(step, ob, due, limit, world) }));
  return ob.status === 'open' ? [...steps, { step: 'breach', at: due + 1 }] : steps;
}

/** A share is measured in the time that counts: pauses lie outside it. */
function stepTime(step: LadderStep, ob: Counted, due: Instant, limit: Limit, world: World): Instant {
  if (step.at.is === 'share') {
    const share = shareOf(limit.used, ob.countsFrom, uninterrupted(limit, ob), step.at.percent, world.calendars);
    return Math.min(acrossPauses(share, limit.used, ob, world) ?? due, due);
  }
  if (step.at.plus === null) return due + 1;
  return afterDue(step.at.plus, due, { zone: world.policy.zone, calendars: world.calendars });
}
