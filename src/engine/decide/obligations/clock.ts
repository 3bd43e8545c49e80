import { afterDue, continueAfter, dueAt, remaining, shareOf } from '../../due/index.ts';
import type { ActRecord, ObligationState } from '../../matter.ts';
import type { Due, DueRule, Duty, DutyRow, LadderStep } from '../../policy.ts';
import type { Instant } from '../../instant.ts';
import type { Scope } from '../../conditions/scope.ts';
import { itFact } from '../scope.ts';
import type { World } from '../types.ts';

/** The rule an obligation's time follows: the duty's own, or its repetition once it has been met before. */
export function ruleOf(duty: Duty, row: DutyRow, repeated: boolean): DueRule {
  return repeated && duty.every ? { text: row.due.text, firstKnown: [duty.every] } : row.due;
}

/** When a limit counted from `start` ends; null while nothing it depends on is known. */
export function limitFrom(rule: DueRule, start: Instant, startedBy: ActRecord, scope: Scope, world: World): { at: Instant; used: Due } | null {
  return dueAt(rule, {
    start, zone: world.policy.zone, calendars: world.calendars,
    fact: scope.fact, itFact: (name) => itFact(startedBy, name, world.policy.zone),
  });
}

/**
 * The due time with everything that happened to it: the limit from where it counts, the cap of an older shorter time,
 * and each pause, after which the calendar time left goes on.
 */
export function dueWithPauses(limit: { at: Instant; used: Due }, ob: Pick<ObligationState, 'cap' | 'pauses'>, world: World): Instant | null {
  let due = ob.cap === null ? limit.at : Math.min(limit.at, ob.cap);
  for (const pause of ob.pauses) {
    if (pause.to === null) return null;
    const left = remaining(limit.used, world.calendars, pause.from, due);
    due = continueAfter(limit.used, world.calendars, pause.to, left);
  }
  return due;
}

/**
 * The next thing that falls due for this obligation: a step of the ladder or the breach itself.
 * A limit reached exactly is in time: what says “overdue” fires one millisecond later.
 */
export function nextStep(ladder: readonly LadderStep[], ob: ObligationState, used: Due, world: World): { at: Instant; step: string } | null {
  const due = ob.status === 'breached' ? ob.breachedAt : ob.dueAt;
  if (due === null || (ob.status !== 'open' && ob.status !== 'breached')) return null;
  const steps = ladder.map((step, index) => ({ step: String(index), at: stepTime(step, ob.countsFrom, due, used, world) }));
  if (ob.status === 'open') steps.push({ step: 'breach', at: due + 1 });
  const waiting = steps.filter((each) => !ob.fired.includes(each.step));
  return waiting.reduce<{ at: Instant; step: string } | null>((first, each) => (first === null || each.at < first.at ? each : first), null);
}

function stepTime(step: LadderStep, start: Instant, due: Instant, used: Due, world: World): Instant {
  if (step.at.is === 'share') return shareOf(used, start, due, step.at.percent, world.calendars);
  if (step.at.plus === null) return due + 1;
  return afterDue(step.at.plus, due, { zone: world.policy.zone, calendars: world.calendars });
}
