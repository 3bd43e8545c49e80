import { formatInstant } from '#engine';
import { civilDayOf } from '#engine/calendar/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { OnDutyJson } from '../contract.ts';
import { receiversOf, type AlarmDuty } from '../rules/alarm.ts';
import { isRostered, nextShiftAfter, onDutyAt, type OnDuty, type Roster } from '../rules/roster.ts';
import { presencesOf, type Presence } from './presence.ts';
import { dutyAt, rostersOf, zoneOf } from './rosters.ts';

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

/** What decides whom an alarm rings: the rosters around an instant, and what people said of themselves. */
export async function alarmDuty<A extends TenantActor>(scope: Scope<A>, at: number): Promise<AlarmDuty> {
  const today = civilDayOf(at, await zoneOf(scope));
  const rosters = [...(await rostersOf(scope, today - 1, today + NEXT_DAYS)).values()];
  const presences = await presencesOf(scope);
  return { rosters, away: new Set([...presences.values()].filter((each) => each.state === 'away').map((each) => each.person)) };
}

/** To whom an alarm for these people goes at an instant. */
export async function alarmReceivers<A extends TenantActor>(scope: Scope<A>, people: readonly string[], at: number): Promise<readonly string[]> {
  return receiversOf(await alarmDuty(scope, at), people, at);
}

/**
 * Who of them is not at work, by roster or by his own word, each with when his next shift begins; null = none is planned within the week.
 * What is no alarm waits for it. Whoever stands in no roster works office hours, which are not ours to tell.
 */
export async function offShift<A extends TenantActor>(scope: Scope<A>, people: readonly string[], at: number): Promise<ReadonlyMap<string, number | null>> {
  const today = civilDayOf(at, await zoneOf(scope));
  const rosters = [...(await rostersOf(scope, today - 1, today + NEXT_DAYS)).values()];
  const presences = await presencesOf(scope);
  const onNow = new Set(rosters.flatMap((roster) => onDutyAt(roster, at)).map((each) => each.person));
  const off = people.filter((person) => {
    const state = presences.get(person)?.state;
    return state === 'off' || (state === undefined && !onNow.has(person) && rosters.some((roster) => isRostered(roster, person)));
  });
  return new Map(off.map((person) => [person, nextOf(rosters, person, at)]));
}

/** How far ahead the next shift is looked for. */
const NEXT_DAYS = 7;

function nextOf(rosters: readonly Roster[], person: string, at: number): number | null {
  const next = rosters.flatMap((roster) => nextShiftAfter(roster, at, person)?.from ?? []);
  return next.length > 0 ? Math.min(...next) : null;
}

/** People on duty as a page shows them. */
export function onDutyJson(list: readonly OnDuty[], names: ReadonlyMap<string, string>, presences: ReadonlyMap<string, Presence>, zone: string): OnDutyJson[] {
  return list.toSorted((a, b) => a.from - b.from).map(({ person, shift, from, until }) => ({
    person, name: names.get(person) ?? '—', shift: shift.name, night: shift.night, from: formatInstant(from, zone), until: formatInstant(until, zone), presence: presences.get(person)?.state ?? 'off',
  }));
}
