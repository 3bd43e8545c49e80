import { formatInstant } from '#engine';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { OnDutyJson } from '../contract.ts';
import type { OnDuty } from '../rules/roster.ts';
import { presencesOf, type Presence } from './presence.ts';
import { dutyAt } from './rosters.ts';

/** Whom a question about duty is about: a unit, the holders of a position (in a unit), or everybody who has a roster. */
export interface DutyOf { readonly unit?: string; readonly position?: string }

const HOLDERS = 'select distinct person_id as person from person_position where tenant_id = $1 and position_code = $2 and ($3::text is null or unit_code in (\'\', $3))';

/**
 * Ids of the people on duty at an instant, whoever is away for a moment left out as long as somebody else is there.
 * @returns null when no roster says anything about them: then nobody can be told apart.
 */
export async function onDuty<A extends TenantActor>(scope: Scope<A>, { unit, position }: DutyOf, at: number): Promise<readonly string[] | null> {
  const duty = await dutyAt(scope, at);
  const among = unit !== undefined && position === undefined ? duty.get(unit) : duty.size === 0 ? undefined : [...duty.values()].flat();
  if (!among) return null;
  const holders = position === undefined ? null : new Set((await scope.run<{ person: string }>({ name: 'duty-holders', text: HOLDERS, values: [scope.tenant, position, unit ?? null] })).rows.map((row) => row.person));
  const people = [...new Set(among.map((each) => each.person))].filter((person) => holders === null || holders.has(person));
  const presences = await presencesOf(scope);
  const here = people.filter((person) => presences.get(person)?.state !== 'away');
  return here.length > 0 ? here : people;
}

/**
 * To whom an alarm for these people goes at an instant: whoever of them is on duty; for one who is away for a moment the colleagues on
 * the same roster who are here, and himself where there is none. People without a roster stay as they are; where nobody of those asked
 * for is on duty, all of them are told: an alarm is never lost.
 */
export async function alarmReceivers<A extends TenantActor>(scope: Scope<A>, people: readonly string[], at: number): Promise<readonly string[]> {
  const duty = await dutyAt(scope, at);
  const presences = await presencesOf(scope);
  const onNow = [...duty.values()].flat();
  const told = people.flatMap((person) => {
    const own = onNow.find((each) => each.person === person);
    if (!own) return [];
    if (presences.get(person)?.state !== 'away') return [person];
    const others = colleaguesOn(duty, person).filter((each) => presences.get(each)?.state !== 'away');
    return others.length > 0 ? others : [person];
  });
  return told.length > 0 ? [...new Set(told)] : people;
}

function colleaguesOn(duty: ReadonlyMap<string, readonly OnDuty[]>, person: string): readonly string[] {
  return [...duty.values()].filter((list) => list.some((each) => each.person === person)).flat().map((each) => each.person).filter((each) => each !== person);
}

/** Whether somebody's shift is over, by roster or by his own word: what is no alarm waits for the next. */
export async function isOffShift<A extends TenantActor>(scope: Scope<A>, person: string, at: number): Promise<boolean> {
  const state = (await presencesOf(scope)).get(person)?.state;
  if (state === 'on' || state === 'away') return false;
  const duty = await dutyAt(scope, at);
  if ([...duty.values()].flat().some((each) => each.person === person)) return state === 'off';
  // Whoever stands in no roster works office hours, which are not ours to tell.
  return state === 'off' || (await isRostered(scope, person));
}

const ROSTERED = 'select 1 from roster_pattern where tenant_id = $1 and person_id = $2 union all select 1 from roster_day where tenant_id = $1 and person_id = $2 and shift_id is not null limit 1';

async function isRostered<A extends TenantActor>(scope: Scope<A>, person: string): Promise<boolean> {
  return (await scope.run({ name: 'is-rostered', text: ROSTERED, values: [scope.tenant, person] })).count > 0;
}

/** People on duty as a page shows them. */
export function onDutyJson(list: readonly OnDuty[], names: ReadonlyMap<string, string>, presences: ReadonlyMap<string, Presence>, zone: string): OnDutyJson[] {
  return list.toSorted((a, b) => a.from - b.from).map(({ person, shift, from, until }) => ({
    person, name: names.get(person) ?? '—', shift: shift.name, night: shift.night, from: formatInstant(from, zone), until: formatInstant(until, zone), presence: presences.get(person)?.state ?? 'off',
  }));
}
