import { DAY, MINUTE, type Instant } from '#engine';

/** System default, shown to the first one: an alarm nobody takes is told again, and to the next above, after so long. */
export const AGAIN_AFTER = 5 * MINUTE;
/** After an hour it is told less often, after a day no more: it stays open in the product. */
const OFTEN = 12;
const SELDOM = 30 * MINUTE;
const LASTS = DAY;

/** When an alarm is told again. @param told - how often so far. @param first - when it was told first. @returns null when no more. */
export function toldAgainAt(told: number, first: Instant, now: Instant): Instant | null {
  const next = now + (told <= OFTEN ? AGAIN_AFTER : SELDOM);
  return next - first > LASTS ? null : next;
}
