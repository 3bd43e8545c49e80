import { civilDayOf, instantOfWall, weekdayOf } from '#engine/calendar/index.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const SUNDAY = 7;
const A_WEEK = 8;

/** The next Sunday at 02:00 in the zone. */
export function nextSundayNight(now: number, zone: string): number {
  return nextDay(now, zone, 2 * HOUR, (day) => weekdayOf(day) === SUNDAY);
}

/** First days of the lunar year. Browsers differ by a day where the new moon falls near midnight (2027), so they stand here. */
const NEW_YEARS = [
  '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03', '2031-01-23', '2032-02-11', '2033-01-31', '2034-02-19', '2035-02-08', '2036-01-28',
];

/** 春节初二 03:00: the second day of the next lunar year, when hardly anybody is there; null where no year is known any more. */
export function springFestivalNight(now: number, zone: string): number | null {
  const nights = NEW_YEARS.map((date) => instantOfWall(Date.parse(date) + DAY + 3 * HOUR, zone));
  return nights.find((at) => at > now) ?? null;
}

function nextDay(now: number, zone: string, ofDay: number, fits: (day: number) => boolean): number {
  const today = civilDayOf(now, zone);
  for (let day = today; day < today + A_WEEK; day++) {
    const at = instantOfWall(day * DAY + ofDay, zone);
    if (at > now && fits(day)) return at;
  }
  return now;
}
