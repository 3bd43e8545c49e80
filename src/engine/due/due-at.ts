import { civilDayFrom, civilDayOf, endOfDay, lastDayOf, nextOpening } from '../calendar/index.ts';
import { parseInstant } from '../instant.ts';
import { calendarNamed, run, runFromWallTime } from './run.ts';
import type { Beginning, Clockwork } from './run.ts';
import type { Due, DueRule, FactValue } from '../policy.ts';
import type { Instant } from '../instant.ts';

/** What a due time is worked out from. */
export interface DueContext extends Clockwork {
  /** When the clock started: the act's occurred-at. */
  readonly start: Instant;
  /** A fact of the matter; undefined = unknown. */
  fact(name: string): FactValue | undefined;
  /** A field or fact of the act that started the clock; undefined = unknown. */
  itFact(name: string): FactValue | undefined;
}

/**
 * When something is due, by the first alternative that is known, and which one that was.
 * @returns null while none is known.
 * @throws RangeError when a calendar is missing or not compiled for enough years.
 */
export function dueAt(rule: DueRule, context: DueContext): { readonly at: Instant; readonly used: Due } | null {
  for (const due of rule.firstKnown) {
    const at = timeOf(due, context);
    if (at !== null) return { at, used: due };
  }
  return null;
}

function timeOf(due: Due, context: DueContext): Instant | null {
  if (due.is === 'at') return timeOfFact(due, context);
  if (due.is === 'same day') return endOfDay(civilDayOf(context.start, context.zone), context.zone);
  if (due.is === 'after') return run(due.duration, beginning(due, context), 1, context);
  const from = beginning(due, context);
  return due.plus ? run(due.plus, from, 1, context) : from.at;
}

/** Where the limit itself begins to run: at the end of the period, at the opening, else at the start. */
export function beginning(due: Due, context: Clockwork & { readonly start: Instant }): Beginning {
  const { start, zone } = context;
  if (due.is === 'end of') {
    const day = lastDayOf(due.period, civilDayOf(start, zone));
    return { at: endOfDay(day, zone), day };
  }
  const at = due.is === 'next opening' ? nextOpening(calendarNamed(due.calendar, context.calendars), start) : start;
  return { at, day: civilDayOf(at, zone) };
}

/** A date means 24:00 of that day, an instant itself; a text that is neither is not known. */
function timeOfFact(due: Extract<Due, { is: 'at' }>, context: DueContext): Instant | null {
  const value = due.ofIt ? context.itFact(due.fact) : context.fact(due.fact);
  const day = typeof value === 'string' ? civilDayFrom(value) : null;
  if (day !== null) {
    const from = { at: endOfDay(day, context.zone), day };
    return due.shift ? run(due.shift.duration, from, due.shift.sign, context) : from.at;
  }
  const at = typeof value === 'number' ? value : typeof value === 'string' ? parseInstant(value) : null;
  if (at === null || !due.shift) return at;
  return runFromWallTime(due.shift.duration, at, due.shift.sign, context);
}
