import { civilDayOf, instantOfWall, weekdayOf } from '#engine/calendar/index.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const SUNDAY = 7;
/** The lunar year repeats within so many days. */
const A_YEAR = 400;

/** The next Sunday at 02:00 in the zone. */
export function nextSundayNight(now: number, zone: string): number {
  return nextDay(now, zone, 2 * HOUR, (day) => weekdayOf(day) === SUNDAY);
}

/** 春节初二 03:00: the second day of the next lunar year, when hardly anybody is there. */
export function springFestivalNight(now: number, zone: string): number {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  return nextDay(now, zone, 3 * HOUR, (day) => {
    const parts = lunar.formatToParts(day * DAY);
    const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
    return part('month') === '1' && part('day') === '2';
  });
}

function nextDay(now: number, zone: string, ofDay: number, fits: (day: number) => boolean): number {
  const today = civilDayOf(now, zone);
  for (let day = today; day < today + A_YEAR; day++) {
    const at = instantOfWall(day * DAY + ofDay, zone);
    if (at > now && fits(day)) return at;
  }
  return now;
}
