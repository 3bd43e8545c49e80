import type { CalendarRule, DueRule, Duration, Policy } from '../policy.ts';

const HOURS: Readonly<Record<Duration['unit'], number>> = { minutes: 1 / 60, hours: 1, days: 24, weeks: 168, months: 730, years: 8760 };

/** About how many clock hours a limit takes: working hours are spread over the week their calendar is open. */
export function clockHours(duration: Duration, policy: Policy): number {
  const plain = duration.amount * HOURS[duration.unit];
  const calendar = duration.calendar === null ? undefined : policy.calendars[duration.calendar];
  if (!calendar) return plain;
  const open = weekOf(calendar);
  if (open.hours === 0) return Infinity;
  return duration.unit === 'days' ? plain * (7 / open.days) : plain * (168 / open.hours);
}

/** Length of a due rule that is a plain limit, in about clock hours; null when it depends on facts or openings. */
export function limitHours(due: DueRule, policy: Policy): number | null {
  const lengths = due.firstKnown.map((one) => (one.is === 'after' ? clockHours(one.duration, policy) : null)).filter((hours) => hours !== null);
  return lengths.length > 0 ? Math.max(...lengths) : null;
}

function weekOf(calendar: CalendarRule): { readonly hours: number; readonly days: number } {
  const days = Object.values(calendar.weekly).filter((windows) => windows.length > 0);
  return { days: days.length, hours: days.flat().reduce((sum, window) => sum + (window.to - window.from) / 60, 0) };
}
