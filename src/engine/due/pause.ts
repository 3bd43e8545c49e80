import { addOpenTime, nextOpening, openTimeBetween } from '../calendar/index.ts';
import { calendarNamed } from './run.ts';
import type { Clockwork } from './run.ts';
import type { CompiledCalendar } from '../calendar/index.ts';
import type { Due } from '../policy.ts';
import type { Instant } from '../instant.ts';

/** The calendar in whose open time a limit counts (working hours, working days); null = it counts by the clock. */
export function countsIn(due: Due, calendars: Clockwork['calendars']): CompiledCalendar | null {
  if (due.is !== 'after' || due.duration.calendar === null) return null;
  return calendarNamed(due.duration.calendar, calendars);
}

/**
 * What is left of a limit at an instant, in milliseconds of the time it counts in; 0 when it is over. A pause keeps this.
 * @throws RangeError outside the compiled years.
 */
export function remaining(due: Due, calendars: Clockwork['calendars'], at: Instant, dueInstant: Instant): number {
  if (at >= dueInstant) return 0;
  const calendar = countsIn(due, calendars);
  return calendar ? openTimeBetween(calendar, at, dueInstant) : dueInstant - at;
}

/**
 * When a paused limit ends that goes on at `resumeAt` with so many milliseconds left (of the time it counts in).
 * @throws RangeError outside the compiled years.
 */
export function continueAfter(due: Due, calendars: Clockwork['calendars'], resumeAt: Instant, leftMs: number): Instant {
  const calendar = countsIn(due, calendars);
  return calendar ? addOpenTime(calendar, resumeAt, leftMs) : resumeAt + leftMs;
}

/**
 * When so many percent of a limit have passed, measured in the time it counts in; never after the due time. A limit that
 * waits for an opening is measured from the opening.
 * @throws RangeError outside the compiled years.
 */
export function shareOf(due: Due, start: Instant, dueInstant: Instant, percent: number, calendars: Clockwork['calendars']): Instant {
  if (percent >= 100 || start >= dueInstant) return dueInstant;
  const opening = due.is === 'next opening' ? nextOpening(calendarNamed(due.calendar, calendars), start) : start;
  const from = Math.min(opening, dueInstant);
  const passed = Math.round((remaining(due, calendars, from, dueInstant) * percent) / 100);
  return Math.min(continueAfter(due, calendars, from, passed), dueInstant);
}
