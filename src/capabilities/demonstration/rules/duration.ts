import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#engine';

/**
 * So much later, in the civil calendar of a zone: `PT10M`, `P1D`, `P1M`.
 * @param duration - ISO 8601.
 * @returns null when it cannot be read, is negative, or leaves the times that can be counted.
 */
export function later(from: Instant, zone: string, duration: string): Instant | null {
  try {
    const read = Temporal.Duration.from(duration);
    if (read.sign < 0) return null;
    return Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).add(read).epochMilliseconds;
  } catch {
    return null;
  }
}
