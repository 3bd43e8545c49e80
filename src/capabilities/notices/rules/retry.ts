const MINUTE = 60_000;
/** How long to wait after the first, second … failure. */
const WAITS = [1 * MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE];

/** When to try again after so many failures (1 = the first), in milliseconds from now; null = give up. */
export function waitAfter(failures: number): number | null {
  return WAITS[failures - 1] ?? null;
}

/** A limit of so many a minute, counted over the last sixty seconds. */
export interface MinuteLimit {
  /** Takes one place. @returns null when there was one, else the instant at which the next becomes free. */
  take(now: number): number | null;
}

export function minuteLimit(most: number): MinuteLimit {
  let taken: readonly number[] = [];
  return {
    take(now) {
      taken = taken.filter((at) => at > now - MINUTE);
      const oldest = taken[0];
      if (taken.length >= most && oldest !== undefined) return oldest + MINUTE;
      taken = [...taken, now];
      return null;
    },
  };
}
