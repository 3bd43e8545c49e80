import { civilDayOf, endOfDay } from './civil.ts';
import { OutsideCalendar } from './outside.ts';
import { workingDayClose } from './open-time.ts';
import type { Instant } from '../instant.ts';
import type { CompiledCalendar } from './types.ts';

/**
 * When work ends next: closing of today, while that still lies ahead, and of the working days after it. Where there is no calendar, every day
 * ends at 24:00. As many as asked, or fewer where the calendar ends before.
 */
export function nextClosings(calendar: CompiledCalendar | undefined, from: Instant, count: number, zone: string): readonly Instant[] {
  const today = civilDayOf(from, calendar?.zone ?? zone);
  const found: Instant[] = [];
  try {
    // A day that is over already costs one more look.
    for (let n = 1; found.length < count && n <= count + 1; n++) {
      const close = calendar ? workingDayClose(calendar, today - 1, n) : endOfDay(today + n - 1, zone);
      if (close > from) found.push(close);
    }
  } catch (trouble) {
    // Where the calendar ends, nothing more is offered.
    if (!(trouble instanceof OutsideCalendar)) throw trouble;
  }
  return found;
}
