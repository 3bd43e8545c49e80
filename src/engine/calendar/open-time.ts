import { civilDayOf, dateOf } from './civil.ts';
import type { CivilDay } from './civil.ts';
import type { Instant } from '../instant.ts';
import { OutsideCalendar } from './outside.ts';
import type { CompiledCalendar } from './types.ts';

/**
 * The instant at which so much open time has passed (milliseconds; negative counts backwards). A limit that ends exactly
 * with a window ends there, not at the next opening; one of nothing ends where it began.
 * @throws RangeError when the answer lies outside the compiled years.
 */
export function addOpenTime(calendar: CompiledCalendar, from: Instant, ms: number): Instant {
  within(calendar, from);
  if (ms === 0) return from;
  const target = openTimeUntil(calendar, from) + ms;
  // Forwards the last window that begins before the target holds it, its end included; backwards its start belongs to it.
  const i = ms > 0 ? firstWhere(calendar.before, (open) => open >= target) - 1 : firstWhere(calendar.before, (open) => open > target) - 1;
  const at = columnAt(calendar.starts, i) + target - columnAt(calendar.before, i);
  if (i < 0 || at > columnAt(calendar.ends, i) || at < calendar.covers.from) throw outside(calendar, ms > 0 ? 'later' : 'earlier');
  return at;
}

/**
 * Open milliseconds from `a` to `b`; negative when `b` is earlier.
 * @throws RangeError when one of them lies outside the compiled years.
 */
export function openTimeBetween(calendar: CompiledCalendar, a: Instant, b: Instant): number {
  within(calendar, a);
  within(calendar, b);
  return openTimeUntil(calendar, b) - openTimeUntil(calendar, a);
}

/** Whether the calendar is open at an instant; at the very end of a window it is closed. @throws RangeError outside the compiled years. */
export function isOpen(calendar: CompiledCalendar, at: Instant): boolean {
  within(calendar, at);
  if (at === calendar.covers.to) throw outside(calendar, 'later');
  return columnAt(calendar.starts, windowEndingAfter(calendar, at)) <= at;
}

/** When it opens next: `at` itself while it is open. @throws RangeError when it does not open again in the compiled years. */
export function nextOpening(calendar: CompiledCalendar, at: Instant): Instant {
  within(calendar, at);
  const i = windowEndingAfter(calendar, at);
  if (i >= calendar.starts.length) throw outside(calendar, 'later');
  return Math.max(at, columnAt(calendar.starts, i));
}

/**
 * Closing of the N-th working day after `from`, whose own civil day is not counted. A working day is a day on which a
 * window begins; a night shift closes on the morning after and still belongs to the day it began.
 * @throws RangeError outside the compiled years, and when `n` is not a whole number from 1.
 */
export function nthWorkingDayClose(calendar: CompiledCalendar, from: Instant, n: number): Instant {
  within(calendar, from);
  if (n < 1) throw new RangeError(`Working days are counted from 1, not ${n}.`);
  return workingDayClose(calendar, civilDayOf(from, calendar.zone), n);
}

/**
 * Closing of the N-th working day after a civil day (before it, when `n` is negative), that day not counted.
 * @throws RangeError outside the compiled years, and when `n` is 0 or not whole.
 */
export function workingDayClose(calendar: CompiledCalendar, day: CivilDay, n: number): Instant {
  if (n === 0 || !Number.isInteger(n)) throw new RangeError(`Working days are counted from 1, not ${n}.`);
  const days = calendar.day;
  const step = n > 0 ? 1 : -1;
  let i = n > 0 ? firstWhere(days, (each) => each > day) : firstWhere(days, (each) => each >= day) - 1;
  for (let left = Math.abs(n); left > 1; left--) {
    const passed = days[i];
    while (i >= 0 && i < days.length && days[i] === passed) i += step;
  }
  // Going forwards this is the day's first window, its closing is the end of its last.
  while (i >= 0 && i + 1 < days.length && days[i + 1] === days[i]) i++;
  const close = calendar.ends[i];
  if (close === undefined || close < calendar.covers.from) throw outside(calendar, n > 0 ? 'later' : 'earlier');
  return close;
}

/** Index of the first window that ends after an instant; the number of windows when none does. */
export function windowEndingAfter(calendar: CompiledCalendar, at: Instant): number {
  return firstWhere(calendar.ends, (end) => end > at);
}

function openTimeUntil(calendar: CompiledCalendar, at: Instant): number {
  const i = windowEndingAfter(calendar, at);
  if (i < calendar.starts.length) return columnAt(calendar.before, i) + Math.max(0, at - columnAt(calendar.starts, i));
  const last = calendar.starts.length - 1;
  return last < 0 ? 0 : columnAt(calendar.before, last) + columnAt(calendar.ends, last) - columnAt(calendar.starts, last);
}

/** First index whose number passes; the numbers must be sorted so that all after it pass too. */
function firstWhere(column: Float64Array | Int32Array, passes: (value: number) => boolean): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(columnAt(column, middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function columnAt(column: Float64Array | Int32Array, i: number): number {
  return column[i] ?? Infinity;
}

function within(calendar: CompiledCalendar, at: Instant): void {
  if (at < calendar.covers.from) throw outside(calendar, 'earlier');
  if (!(at <= calendar.covers.to)) throw outside(calendar, 'later');
}

function outside(calendar: CompiledCalendar, where: 'earlier' | 'later'): OutsideCalendar {
  const first = dateOf(civilDayOf(calendar.covers.from, calendar.zone));
  const last = dateOf(civilDayOf(calendar.covers.to, calendar.zone) - 1);
  return new OutsideCalendar(calendar.name, first, last, where, calendar.starts.length === 0);
}
