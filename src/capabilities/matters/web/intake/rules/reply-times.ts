import { civilText, instantOfCivil, isoText } from '#ui/rules/index.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** An answer promised for sooner is none anybody keeps. */
const SOONEST = 30 * MINUTE;

/** The times people promise an answer for: in an hour (on the half hour), today before closing, tomorrow at ten; none that is too near or said twice. */
export function replyTimes(now: number, zone: string): readonly string[] {
  const inAnHour = Math.ceil((now + 60 * MINUTE) / (30 * MINUTE)) * 30 * MINUTE;
  const day = (at: number, hour: string): number => instantOfCivil(`${civilText(at, zone).slice(0, 10)}T${hour}`, zone) ?? Number.NaN;
  const times = [inAnHour, day(now, '17:30'), day(now + DAY, '10:00')].filter((at) => at - now >= SOONEST);
  return [...new Set(times)].map((at) => isoText(at, zone));
}
