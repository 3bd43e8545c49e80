import { DAY } from '../instant.ts';
import { instantOfWall, offsetAt } from './zone-offsets.ts';
import type { Instant } from '../instant.ts';
import type { Period } from '../policy.ts';

/** A civil day as whole days since 1970-01-01, in whatever zone the caller means. */
export type CivilDay = number;

/** The civil day an instant lies on in a zone; 00:00 belongs to the day that begins. */
export function civilDayOf(at: Instant, zone: string): CivilDay {
  return Math.floor((at + offsetAt(at, zone)) / DAY);
}

/** The first instant of a civil day (00:00, or the first time after it where the clocks skip midnight). */
export function startOfDay(day: CivilDay, zone: string): Instant {
  return instantOfWall(day * DAY, zone);
}

/** 24:00 of a civil day, which is 00:00 of the next. */
export function endOfDay(day: CivilDay, zone: string): Instant {
  return startOfDay(day + 1, zone);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: CivilDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Reads `YYYY-MM-DD`; null when the text is no date of the calendar (2026-02-30). */
export function civilDayFrom(date: string): CivilDay | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) return null;
  return at / DAY;
}

/** Writes a civil day as `YYYY-MM-DD`. */
export function dateOf(day: CivilDay): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The same day of the month some months later or earlier; the month's last day where it has no such day (31 January + 1 = 28 February). */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const date = new Date(day * DAY);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const first = Date.UTC(Math.floor(month / 12), month - 12 * Math.floor(month / 12), 1) / DAY;
  return Math.min(first + date.getUTCDate() - 1, first + daysInMonth(first) - 1);
}

/** Last day of the week (Sunday), month, quarter or year that a day lies in. */
export function lastDayOf(period: Period, day: CivilDay): CivilDay {
  if (period === 'day') return day;
  if (period === 'week') return day + 7 - weekdayOf(day);
  const date = new Date(day * DAY);
  const months = period === 'month' ? 1 : period === 'quarter' ? 3 : 12;
  const next = Math.floor(date.getUTCMonth() / months) * months + months;
  return Date.UTC(date.getUTCFullYear(), next, 1) / DAY - 1;
}

function daysInMonth(firstDay: CivilDay): number {
  const date = new Date(firstDay * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY - firstDay;
}
