import { endOfDay, windowEndingAfter } from '../calendar/index.ts';
import { beginning } from './due-at.ts';
import { countsIn } from './pause.ts';
import { calendarNamed } from './run.ts';
import type { Clockwork } from './run.ts';
import type { ArithmeticStep, CompiledCalendar } from '../calendar/index.ts';
import type { Due, Duration } from '../policy.ts';
import type { Instant } from '../instant.ts';

/** A due time whose arithmetic is asked for. */
export interface ExplainedLimit extends Clockwork {
  readonly start: Instant;
  readonly dueInstant: Instant;
  /** In order; `to` null = still paused. */
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant | null }[];
}

/**
 * The arithmetic behind a due time, line by line without gaps from start to due: windows (or clock time) that counted,
 * pauses, and stretches that did not count. The counted milliseconds of working hours sum to the limit exactly, paused
 * or not. Nothing is left to explain when the due time does not lie after the start.
 * @throws RangeError outside the compiled years.
 */
export function explainArithmetic(due: Due, limit: ExplainedLimit): ArithmeticStep[] {
  const steps: ArithmeticStep[] = [];
  if (limit.dueInstant <= limit.start) return steps;
  const pauses = pausesWithin(limit);
  // What a pause keeps is measured from the start, so a paused limit is counted from there; see `remaining`.
  const counting = pauses.length > 0 ? { from: limit.start, calendar: countsIn(due, limit.calendars) } : countingFrom(due, limit);
  let at = Math.min(counting.from, limit.dueInstant);
  append(steps, limit.start, at, 'closed');
  for (const pause of pauses) {
    count(steps, at, pause.from, counting.calendar);
    append(steps, pause.from, pause.to, 'paused');
    at = pause.to;
  }
  count(steps, at, limit.dueInstant, counting.calendar);
  return steps;
}

/** From where a limit without pauses counts, and in what: the first day of days, the rest of a period and the wait for an opening do not count. */
function countingFrom(due: Due, limit: ExplainedLimit): { from: Instant; calendar: CompiledCalendar | null } {
  const begins = beginning(due, limit);
  if (due.is === 'after') return { from: countedFrom(due.duration, begins.at, begins.day, limit.zone), calendar: countsIn(due, limit.calendars) };
  if (due.is === 'next opening' || (due.is === 'end of' && due.plus)) {
    const calendar = due.plus?.calendar ? calendarNamed(due.plus.calendar, limit.calendars) : null;
    return { from: due.plus ? countedFrom(due.plus, begins.at, begins.day, limit.zone) : begins.at, calendar };
  }
  return { from: limit.start, calendar: null };
}

function countedFrom(duration: Duration, at: Instant, day: number, zone: string): Instant {
  return duration.unit === 'minutes' || duration.unit === 'hours' ? at : endOfDay(day, zone);
}

function pausesWithin(limit: ExplainedLimit): { from: Instant; to: Instant }[] {
  const pauses: { from: Instant; to: Instant }[] = [];
  let free = limit.start;
  for (const pause of limit.pauses) {
    const from = Math.max(pause.from, free);
    const to = Math.min(pause.to ?? limit.dueInstant, limit.dueInstant);
    if (to > from) pauses.push({ from, to });
    free = Math.max(free, to);
  }
  return pauses;
}

function count(steps: ArithmeticStep[], from: Instant, to: Instant, calendar: CompiledCalendar | null): void {
  if (!calendar) return append(steps, from, to, 'counted');
  let at = from;
  for (let i = windowEndingAfter(calendar, from); at < to; i++) {
    const opens = Math.min(Math.max(calendar.starts[i] ?? to, at), to);
    const closes = Math.min(calendar.ends[i] ?? to, to);
    append(steps, at, opens, 'closed');
    append(steps, opens, closes, 'counted');
    at = closes;
  }
}

/** Adds a line; one that goes on with the same thing makes the last line longer (two shifts that meet are one stretch). */
function append(steps: ArithmeticStep[], from: Instant, to: Instant, is: ArithmeticStep['is']): void {
  if (to <= from) return;
  const last = steps.at(-1);
  const joined = last?.is === is && last.to === from ? steps.pop() : undefined;
  const begins = joined?.from ?? from;
  steps.push({ from: begins, to, is, counted: is === 'counted' ? to - begins : 0 });
}
