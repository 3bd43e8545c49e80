import type { Instant } from '#engine/instant.ts';
import { isRostered, onDutyAt, type Roster } from './roster.ts';

/** The rosters of all units, and who said that he is away from his desk for a moment. */
export interface AlarmDuty { readonly rosters: readonly Roster[]; readonly away: ReadonlySet<string> }

/**
 * To whom an alarm for these people goes at an instant: whoever of them is on duty; for one who is away for a moment the colleagues on
 * the same roster who are here, and himself where there is none. People without a roster stay as they are; where nobody of those asked
 * for is on duty, all of them are told: an alarm is never lost.
 */
export function receiversOf({ rosters, away }: AlarmDuty, people: readonly string[], at: Instant): readonly string[] {
  const duty = rosters.map((roster) => onDutyAt(roster, at).map((each) => each.person));
  const told = people.flatMap((person) => {
    const own = duty.filter((list) => list.includes(person));
    if (own.length === 0) return rosters.some((roster) => isRostered(roster, person)) ? [] : [person];
    if (!away.has(person)) return [person];
    const others = own.flat().filter((each) => each !== person && !away.has(each));
    return others.length > 0 ? others : [person];
  });
  return told.length > 0 ? [...new Set(told)] : people;
}
