import type { Instant } from '#engine/instant.ts';
import { civilDayOf, startOfDay } from '#engine/calendar/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Half past two: after the night's last calls, before the first reports. */
const AT = 2.5 * HOUR;
/** A server that was off at night makes up for it soon after it is started, but not while it is starting. */
const SOON = 10 * 60_000;

/** How many good backups are kept. */
export const KEPT = 14;
/** How long a trial of restoring stays good. */
export const TRIAL_EVERY = 7 * DAY;

/** When the next backup is due. @param last - when the last good one was made, null = never. */
export function nextBackup(now: Instant, last: Instant | null, zone: string): Instant {
  if (last === null || now - last > DAY + HOUR) return now + SOON;
  const today = civilDayOf(now, zone);
  const tonight = startOfDay(today, zone) + AT;
  return tonight > now ? tonight : startOfDay(today + 1, zone) + AT;
}

const NAME = /^aftercare-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** The name of the folder of a backup made at an instant. */
export const nameOf = (at: Instant): string => `aftercare-${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Backups among the names of a folder, newest first. What is not named by us is nobody's business here. */
export const backupsAmong = (names: readonly string[]): readonly string[] => names.filter((name) => NAME.test(name)).toSorted().toReversed();
