import { Temporal } from 'temporal-polyfill';

/** A point in time: milliseconds since 1970-01-01T00:00Z. The engine never asks a clock; every instant is given to it. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * Reads an ISO 8601 instant with offset (`2026-03-02T09:00:00+08:00`).
 * @returns null when the text is no such instant.
 */
export function parseInstant(text: string): Instant | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}

const offsets = new Map<string, Map<number, string>>();

/** Writes an instant as ISO 8601 with the zone's offset, to the second (milliseconds only when there are any). */
export function formatInstant(at: Instant, zone: string): string {
  const offset = offsetOf(at, zone);
  const sign = offset[0] === '-' ? -1 : 1;
  const shift = sign * (Number(offset.slice(1, 3)) * HOUR + Number(offset.slice(4, 6)) * MINUTE);
  const wall = new Date(at + shift).toISOString();
  return (at % 1000 === 0 ? wall.slice(0, 19) : wall.slice(0, 23)) + offset;
}

/** The zone's offset is asked once per quarter of an hour of history: rules of a zone change on such borders only. */
function offsetOf(at: Instant, zone: string): string {
  const quarter = Math.floor(at / (15 * MINUTE));
  let known = offsets.get(zone);
  if (!known || known.size > 100_000) offsets.set(zone, (known = new Map()));
  let offset = known.get(quarter);
  if (!offset) {
    offset = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offset;
    known.set(quarter, offset);
  }
  return offset;
}
