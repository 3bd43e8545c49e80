import { addMonths, civilDayOf, startOfDay, weekdayOf } from '#engine/calendar/index.ts';
import type { Instant, Period } from '#engine';

/** The first instant of the period that contains `at`, in the zone's civil calendar. Weeks begin on Monday. */
export function periodStart(period: string, at: Instant, zone: string): Instant {
  return startOfDay(firstDay(period, civilDayOf(at, zone)), zone);
}

/** The first instant after the period that contains `at`: when the calendar opens what belongs to it. */
export function periodEnd(period: Period, at: Instant, zone: string): Instant {
  const first = firstDay(period, civilDayOf(at, zone));
  const next = period === 'day' ? first + 1 : period === 'week' ? first + 7 : addMonths(first, MONTHS[period]);
  return startOfDay(next, zone);
}

const MONTHS: Readonly<Record<'month' | 'quarter' | 'year', number>> = { month: 1, quarter: 3, year: 12 };

function firstDay(period: string, day: number): number {
  if (period === 'day') return day;
  if (period === 'week') return day - (weekdayOf(day) - 1);
  const date = new Date(day * 86_400_000);
  const month = date.getUTCMonth();
  const first = period === 'year' ? 0 : period === 'quarter' ? month - (month % 3) : month;
  return Date.UTC(date.getUTCFullYear(), first, 1) / 86_400_000;
}
