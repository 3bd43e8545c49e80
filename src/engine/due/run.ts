import { addMonths, addOpenTime, civilDayOf, endOfDay, instantOfWall, offsetAt, workingDayClose } from '../calendar/index.ts';
import { DAY, HOUR, MINUTE } from '../instant.ts';
import type { CivilDay, CompiledCalendar } from '../calendar/index.ts';
import type { Duration } from '../policy.ts';
import type { Instant } from '../instant.ts';

/** The policy's zone and its compiled calendars by name. */
export interface Clockwork {
  readonly zone: string;
  readonly calendars: Readonly<Record<string, CompiledCalendar>>;
}

/** Where a limit begins to run: an instant, and the civil day it belongs to (24:00 still belongs to the day it ends). */
export interface Beginning { readonly at: Instant; readonly day: CivilDay }

/**
 * When a limit that begins to run here ends. Minutes and hours run from the instant (or in the calendar's windows);
 * days, weeks and months end at 24:00 of the last day, working days at the closing of the last, the first day not counted.
 * @param sign -1 counts backwards.
 * @throws RangeError when the calendar is not compiled, or not for enough years.
 */
export function run(duration: Duration, from: Beginning, sign: 1 | -1, clockwork: Clockwork): Instant {
  const amount = sign * duration.amount;
  const calendar = duration.calendar === null ? null : calendarNamed(duration.calendar, clockwork.calendars);
  if (duration.unit === 'minutes' || duration.unit === 'hours') {
    const ms = amount * (duration.unit === 'hours' ? HOUR : MINUTE);
    return calendar ? addOpenTime(calendar, from.at, ms) : from.at + ms;
  }
  return calendar ? workingDayClose(calendar, from.day, amount) : endOfDay(civilShift(from.day, duration, amount), clockwork.zone);
}

/**
 * The same wall-clock time some days, weeks or months from an instant; all other limits as `run`.
 * @throws RangeError as `run`.
 */
export function runFromWallTime(duration: Duration, at: Instant, sign: 1 | -1, clockwork: Clockwork): Instant {
  const day = civilDayOf(at, clockwork.zone);
  if (duration.calendar !== null || duration.unit === 'minutes' || duration.unit === 'hours') return run(duration, { at, day }, sign, clockwork);
  const timeOfDay = at + offsetAt(at, clockwork.zone) - day * DAY;
  return instantOfWall(civilShift(day, duration, sign * duration.amount) * DAY + timeOfDay, clockwork.zone);
}

/**
 * When a limit that begins with a due time ends (`due + 20 minutes` of a ladder, the next of a repetition):
 * after a due time of 24:00 the day that follows is the first that counts.
 * @throws RangeError as `run`.
 */
export function afterDue(duration: Duration, due: Instant, clockwork: Clockwork): Instant {
  return run(duration, { at: due, day: civilDayOf(due - 1, clockwork.zone) }, 1, clockwork);
}

/** @throws RangeError when the policy has no such calendar. */
export function calendarNamed(name: string, calendars: Clockwork['calendars']): CompiledCalendar {
  const calendar = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
  if (!calendar) throw new RangeError(`No calendar “${name}” is compiled. Compile every calendar of the policy before asking for due times.`);
  return calendar;
}

function civilShift(day: CivilDay, duration: Duration, amount: number): CivilDay {
  switch (duration.unit) {
    case 'weeks': return day + 7 * amount;
    case 'months': return addMonths(day, amount);
    case 'years': return addMonths(day, 12 * amount);
    default: return day + amount;
  }
}
