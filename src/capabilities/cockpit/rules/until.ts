import { civilDayOf, endOfDay, instantOfWall } from '#engine/calendar/index.ts';

export type Chip = 'today' | 'tomorrow' | 'three-days';
export const CHIPS: readonly Chip[] = ['today', 'tomorrow', 'three-days'];
const DAYS: Readonly<Record<Chip, number>> = { today: 0, tomorrow: 1, 'three-days': 3 };
const CLOSING = 18 * 3_600_000;

/** Until when a date chip means: 18:00 of its day in the zone; today, once it is later than that, the end of the day. */
export function untilOf(chip: Chip, now: number, zone: string): number {
  const day = civilDayOf(now, zone) + DAYS[chip];
  const at = instantOfWall(day * 86_400_000 + CLOSING, zone);
  return at > now ? at : endOfDay(day, zone);
}
