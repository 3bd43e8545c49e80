import { civilDayOf, dateOf, endOfDay, startOfDay, type ArithmeticStep } from '../calendar/index.ts';
import { formatInstant, type Instant } from '../instant.ts';

/** One day of the arithmetic: when the limit ran, when it stood still, and how much of it counted. Clock times as `HH:MM`, 24:00 for the end of the day. */
export interface CountedDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly windows: readonly { readonly from: string; readonly to: string }[];
  readonly pauses: readonly { readonly from: string; readonly to: string; readonly at: Instant }[];
  readonly minutes: number;
  /** The day the limit began on, when it does not count (limits of days). */
  readonly starting: boolean;
}

/** The steps of a limit by civil day: days on which something ran or stood still, and the starting day where it does not count. */
export function countedDays(steps: readonly ArithmeticStep[], zone: string): readonly CountedDay[] {
  const first = steps[0];
  const days = new Map<number, ArithmeticStep[]>();
  for (const step of steps) for (const piece of cut(step, zone)) days.set(civilDayOf(piece.from, zone), [...(days.get(civilDayOf(piece.from, zone)) ?? []), piece]);
  return [...days].flatMap(([day, pieces]) => {
    const starting = first !== undefined && first.is === 'closed' && civilDayOf(first.from, zone) === day && pieces.every((each) => each.is === 'closed') && first.to >= endOfDay(day, zone);
    if (!starting && pieces.every((each) => each.is === 'closed')) return [];
    const clock = (at: Instant): string => (at === endOfDay(day, zone) ? '24:00' : formatInstant(at, zone).slice(11, 16));
    const of = (is: ArithmeticStep['is']): readonly ArithmeticStep[] => pieces.filter((each) => each.is === is);
    return [{
      date: dateOf(day), windows: of('counted').map((each) => ({ from: clock(each.from), to: clock(each.to) })),
      pauses: of('paused').map((each) => ({ from: clock(each.from), to: clock(each.to), at: each.from })),
      minutes: of('counted').reduce((sum, each) => sum + (each.to - each.from), 0) / 60_000, starting,
    }];
  });
}

/** Cuts a step at the midnights of the zone. */
function cut(step: ArithmeticStep, zone: string): readonly ArithmeticStep[] {
  const pieces: ArithmeticStep[] = [];
  for (let from = step.from; from < step.to;) {
    const to = Math.min(step.to, startOfDay(civilDayOf(from, zone) + 1, zone));
    pieces.push({ ...step, from, to, counted: step.is === 'counted' ? to - from : 0 });
    from = to;
  }
  return pieces;
}
