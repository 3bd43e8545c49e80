import { DAY, MINUTE, isOpen, nextOpening, type CompiledCalendar, type Instant } from '#engine';
import { civilDayOf, instantOfWall } from '#engine/calendar/index.ts';
import type { NoticeClass } from '../contract.ts';

/** Reminders of one minute are gathered a moment, so that a storm becomes one message and not many. */
export const GATHERING = 20_000;
/** When information goes out: minutes of the day. */
const DIGESTS = [9 * 60, 17 * 60];
/** A digest on a day without office hours waits for the next; after so many days it goes all the same. */
const DIGEST_DAYS = 14;

/** What decides when something may go out: instants in milliseconds. */
export interface Hours { readonly zone: string; /** Office hours of the policy; null = it has none. */ readonly calendar: CompiledCalendar | null }

/**
 * When a notice may leave the product at the earliest. An alarm at once; a reminder in office hours, a moment after it arose;
 * information with the next digest, 09:00 or 17:00 of a working day. Who is off waits for his next shift with both: where a roster
 * says when that is, his hours are the roster's and not the office's.
 */
export function leavesAt(kind: NoticeClass, now: Instant, hours: Hours, { quiet, off }: Receiver): Instant {
  if (kind === 'alarm') return now;
  const shift = typeof off === 'number' ? off : null;
  if (kind === 'information') return digestAfter(Math.max(now, shift ?? now), hours);
  if (shift !== null) return shift;
  const gathered = now + GATHERING;
  return quiet || off === null ? opening(hours.calendar, gathered) : gathered;
}

/** Whether the channel keeps quiet outside office hours; when the recipient's next shift begins (null = unknown, undefined = he is at work). */
export interface Receiver { readonly quiet: boolean; readonly off: Instant | null | undefined }

function digestAfter(now: Instant, { zone, calendar }: Hours): Instant {
  const today = civilDayOf(now, zone);
  const candidates = Array.from({ length: DIGEST_DAYS }, (_, day) => DIGESTS.map((minutes) => instantOfWall((today + day) * DAY + minutes * MINUTE, zone))).flat().filter((at) => at > now);
  return candidates.find((at) => calendar === null || open(calendar, at)) ?? candidates[0] ?? now + DAY;
}

/** A calendar that does not reach so far holds nothing back. */
function open(calendar: CompiledCalendar, at: Instant): boolean {
  try {
    return isOpen(calendar, at);
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

function opening(calendar: CompiledCalendar | null, at: Instant): Instant {
  if (calendar === null) return at;
  try {
    return nextOpening(calendar, at);
  } catch (error) {
    if (error instanceof RangeError) return at;
    throw error;
  }
}

/** The calendar of office hours among those of a policy: the one that knows holidays, else the only one; null where that cannot be told. */
export function officeHours(calendars: Readonly<Record<string, CompiledCalendar>>, holidays: (name: string) => boolean): CompiledCalendar | null {
  const named = Object.entries(calendars);
  const found = named.filter(([name]) => holidays(name));
  return (found[0] ?? (named.length === 1 ? named[0] : undefined))?.[1] ?? null;
}
