/** Where the present comes from. The engine never sees one: it is given the instant that a clock told. */
export interface Clock {
  /** The present, in milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}

/** The machine's clock: sign-ins, keys, rate limits, leases and recordedAt follow it, in demonstrations too. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is told to move; for tests, which never sleep. */
export interface ManualClock extends Clock {
  /** Puts the clock to an instant (milliseconds); backwards is allowed. */
  set(at: number): void;
  /** Moves the clock on by so many milliseconds. */
  advance(milliseconds: number): void;
}

/**
 * @param start - where the clock stands first: milliseconds, or ISO 8601 with offset (`2026-03-02T09:00:00+08:00`).
 * @throws RangeError when the text is no instant.
 */
export function manualClock(start: number | string): ManualClock {
  let at = typeof start === 'number' ? start : Date.parse(start);
  if (!Number.isFinite(at)) throw new RangeError(`Not an instant: ${start}`);
  return {
    now: () => at,
    set: (to) => {
      at = to;
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}

export { businessNow, systemInstantOf, type TenantClock } from './business.ts';
