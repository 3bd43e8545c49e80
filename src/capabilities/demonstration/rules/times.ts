import { DAY, HOUR, MINUTE, type Instant } from '#engine';
import { civilDayOf, startOfDay } from '#engine/calendar/index.ts';

/** From where the times of a story count. */
export interface StoryTimes { readonly now: Instant; readonly zone: string }

const CIVIL = /^([+-]?\d+)d (\d\d):(\d\d)$/;
const LATER = /^\+(?:(\d+)d ?)?(?:(\d+)h ?)?(?:(\d+)m)?$/;

/**
 * A time of a story: `-3d 14:05` is 14:05 three days before the day of `now`; `+1h 20m` so long after `base`.
 * @throws RangeError when it is neither.
 */
export function storyTime(text: string, { now, zone }: StoryTimes, base: Instant): Instant {
  const civil = CIVIL.exec(text);
  if (civil) return startOfDay(civilDayOf(now, zone) + Number(civil[1]), zone) + Number(civil[2]) * HOUR + Number(civil[3]) * MINUTE;
  const later = text.length > 1 ? LATER.exec(text) : null;
  if (!later) throw new RangeError(`“${text}” is no time of a story: write “-3d 14:05” or “+1h 20m”`);
  return base + Number(later[1] ?? 0) * DAY + Number(later[2] ?? 0) * HOUR + Number(later[3] ?? 0) * MINUTE;
}
