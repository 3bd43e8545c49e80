import type { Instant } from '../instant.ts';

/** Public holidays and make-up days: what the calendar table of the tenant says about single days (`YYYY-MM-DD`). */
export interface DayTable {
  readonly days: Readonly<Record<string, 'holiday' | 'workday'>>;
  /** Last day the table knows; a due date after it carries an alarm. */
  readonly knownUntil: string;
}

/**
 * A calendar compiled to sorted UTC windows with prefix sums. `starts[i]`..`ends[i]` is the i-th window (half-open),
 * `before[i]` the open milliseconds before it. All have the same length and cover the years given at compile time.
 */
export interface CompiledCalendar {
  readonly name: string;
  readonly zone: string;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly before: Float64Array;
  /** Civil day (as days since 1970-01-01 in the zone) each window began on: a night shift belongs to the day it began. */
  readonly day: Int32Array;
  /** 24:00 of the last day the table of holidays knows; the end of the compiled years where the calendar has no holidays. */
  readonly knownUntil: Instant;
  /** The compiled years (half-open). A question that reaches beyond them is a RangeError, never a guess. */
  readonly covers: { readonly from: Instant; readonly to: Instant };
}

/** One line of the arithmetic behind a time: an open window that was used, a pause, the calendar's rest. */
export interface ArithmeticStep {
  readonly from: Instant;
  readonly to: Instant;
  readonly is: 'counted' | 'paused' | 'closed';
  /** Milliseconds counted in this line. */
  readonly counted: number;
}
