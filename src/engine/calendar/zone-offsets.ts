import { Temporal } from 'temporal-polyfill';
import { DAY } from '../instant.ts';
import type { Instant } from '../instant.ts';

/** The changes of one zone's offset: from `at[i]` on, local time is UTC + `offset[i]` milliseconds. */
interface Changes {
  readonly at: Instant[];
  readonly offset: number[];
  /** Up to here all changes are known; Infinity when the zone changes no more. */
  knownTo: Instant;
}

/** Nobody's after-sales cases are older; earlier instants are answered one by one. */
const FIRST = Date.UTC(2000, 0, 1);

const zones = new Map<string, Changes>();

/**
 * What local time is ahead of UTC, in milliseconds, at an instant. A zone's changes are looked up once and kept.
 * @throws RangeError when there is no such zone.
 */
export function offsetAt(at: Instant, zone: string): number {
  if (at < FIRST) return askOffset(at, zone);
  const changes = changesUntil(at, zone);
  let low = 0;
  let high = changes.at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((changes.at[middle] ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return changes.offset[low] ?? 0;
}

/**
 * The instant of a wall-clock time, given as if it were UTC (milliseconds). A time that a change of the clocks skips
 * is read an interval later, a time that comes twice means the first: as the calendars of mail programs do (RFC 5545).
 */
export function instantOfWall(wall: number, zone: string): Instant {
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  if (before === after) return wall - before;
  const early = wall - before;
  if (offsetAt(early, zone) === before) return early;
  const late = wall - after;
  return offsetAt(late, zone) === after ? late : early;
}

function changesUntil(at: Instant, zone: string): Changes {
  let changes = zones.get(zone);
  if (!changes) {
    changes = { at: [FIRST], offset: [askOffset(FIRST, zone)], knownTo: FIRST };
    zones.set(zone, changes);
  }
  while (changes.knownTo < at) {
    const next = Temporal.Instant.fromEpochMilliseconds(changes.knownTo).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
    if (!next) {
      changes.knownTo = Infinity;
    } else {
      changes.at.push(next.epochMilliseconds);
      changes.offset.push(next.offsetNanoseconds / 1e6);
      changes.knownTo = next.epochMilliseconds;
    }
  }
  return changes;
}

function askOffset(at: Instant, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}
