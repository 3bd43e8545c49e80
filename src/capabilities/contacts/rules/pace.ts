/** What a receiver was written lately, and until when it is shut (milliseconds). */
export interface Pace { readonly sent: readonly number[]; readonly shutUntil: number | null }

/** A receiver counts arrivals: what was sent is on its way for up to five seconds, so our minute is a little longer than theirs. */
const WINDOW = 66_000;
/** So many places of a minute are kept for alarms. */
const KEPT_FOR_ALARMS = 3;

/**
 * Takes one place of the minute. @param most - messages in any such window.
 * @returns the pace with the message in it, or when the next place becomes free.
 */
export function takePlace(pace: Pace, now: number, most: number, alarm: boolean): { readonly pace: Pace } | { readonly freeAt: number } {
  if (pace.shutUntil !== null && pace.shutUntil > now) return { freeAt: pace.shutUntil };
  const recent = pace.sent.filter((at) => at > now - WINDOW).toSorted((left, right) => left - right);
  const places = alarm ? most : Math.max(1, most - KEPT_FOR_ALARMS);
  const blocking = recent[recent.length - places];
  if (blocking !== undefined) return { freeAt: blocking + WINDOW };
  return { pace: { sent: [...recent, now], shutUntil: null } };
}

/** The pace of a receiver that shut itself: a longer closing is never shortened by a message that was still on its way. */
export function shut(pace: Pace, until: number): Pace {
  return { ...pace, shutUntil: Math.max(until, pace.shutUntil ?? 0) };
}
