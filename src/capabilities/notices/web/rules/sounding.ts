/** What has sounded so far in this browser's tab. Times are milliseconds of a steady counter, never of the machine's clock. */
export interface Rung {
  readonly alarmAt: number | null;
  readonly chimeAt: number | null;
  /** Alarms that have sounded. */
  readonly alarms: readonly string[];
}
export const SILENT: Rung = { alarmAt: null, chimeAt: null, alarms: [] };

export type Sound = 'alarm' | 'chime';
/** @param open - alarms of mine that nobody took. @param reminders - how many came since the last look. */
export interface Present { readonly open: readonly string[]; readonly reminders: number }

/** An alarm sounds again until it is taken (brief §7). */
export const AGAIN_AFTER = 20_000;
/** Many at once ring once. */
export const TOGETHER = 3000;

/**
 * Which sound is due now: an alarm for one that has not sounded yet and every 20 s while any is open; a chime for reminders; one sound for
 * all that come together, and an alarm drowns a chime.
 */
export function soundOf(rung: Rung, { open, reminders }: Present, now: number): { readonly sound: Sound | null; readonly rung: Rung } {
  const since = (at: number | null): number => (at === null ? Infinity : now - at);
  const fresh = open.some((id) => !rung.alarms.includes(id));
  if (open.length > 0 && (since(rung.alarmAt) >= AGAIN_AFTER || (fresh && since(rung.alarmAt) >= TOGETHER))) {
    return { sound: 'alarm', rung: { ...rung, alarmAt: now, alarms: open } };
  }
  const known = { ...rung, alarms: open };
  if (reminders === 0 || Math.min(since(rung.alarmAt), since(rung.chimeAt)) < TOGETHER) return { sound: null, rung: known };
  return { sound: 'chime', rung: { ...known, chimeAt: now } };
}
