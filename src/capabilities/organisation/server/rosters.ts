import { civilDayOf, cnDayTable, dateOf, type CivilDay } from '#engine/calendar/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { onDutyAt, type OnDuty, type Roster, type Shift } from '../rules/roster.ts';

const SHIFTS = 'select id, unit_code as unit, name, starts, ends, night, holidays from shift where tenant_id = $1 and ended_at is null order by starts, id';
const PATTERN = 'select unit_code as unit, weekday, person_id as person, shift_id as shift from roster_pattern where tenant_id = $1 and person_id in (select id from person where tenant_id = $1 and left_at is null)';
const DAYS = `select unit_code as unit, to_char(day, 'YYYY-MM-DD') as day, person_id as person, shift_id as shift from roster_day
  where tenant_id = $1 and day between $2 and $3 and person_id in (select id from person where tenant_id = $1 and left_at is null)`;
const HOLIDAYS = `select to_char(day, 'YYYY-MM-DD') as day, kind from calendar_day where tenant_id = $1 and day between $2 and $3`;
const ZONE = 'select zone from tenant where id = $1';

/** Public holidays the product brings along. */
const KNOWN = cnDayTable().days;

interface Of { readonly unit: string }

/** The rosters of all units between two civil days (both included), by unit; units without a shift are not among them. */
export async function rostersOf<A extends TenantActor>(scope: Scope<A>, first: CivilDay, last: CivilDay): Promise<ReadonlyMap<string, Roster>> {
  const bounds = [scope.tenant, dateOf(first), dateOf(last)];
  const shifts = (await scope.run<Shift & Of>({ name: 'roster-shifts', text: SHIFTS, values: [scope.tenant] })).rows;
  if (shifts.length === 0) return new Map();
  const pattern = (await scope.run<Roster['pattern'][number] & Of>({ name: 'roster-pattern', text: PATTERN, values: [scope.tenant] })).rows;
  const days = (await scope.run<Roster['days'][number] & Of>({ name: 'roster-days', text: DAYS, values: bounds })).rows;
  const corrected = (await scope.run<{ day: string; kind: string }>({ name: 'roster-holidays', text: HOLIDAYS, values: bounds })).rows;
  const zone = await zoneOf(scope);
  const holidays = holidaysBetween(first, last, corrected);
  const of = <T extends Of>(rows: readonly T[], unit: string): readonly T[] => rows.filter((row) => row.unit === unit);
  return new Map([...new Set(shifts.map((shift) => shift.unit))].map((unit) => [unit, { shifts: of(shifts, unit), pattern: of(pattern, unit), days: of(days, unit), holidays, zone }]));
}

/** Who is on duty at an instant, by unit. */
export async function dutyAt<A extends TenantActor>(scope: Scope<A>, at: number): Promise<ReadonlyMap<string, readonly OnDuty[]>> {
  const today = civilDayOf(at, await zoneOf(scope));
  const rosters = await rostersOf(scope, today - 1, today);
  return new Map([...rosters].map(([unit, roster]) => [unit, onDutyAt(roster, at)]));
}

export async function zoneOf<A extends TenantActor>(scope: Scope<A>): Promise<string> {
  return (await scope.run<{ zone: string }>({ name: 'roster-zone', text: ZONE, values: [scope.tenant] })).rows[0]?.zone ?? 'Asia/Shanghai';
}

/** Public holidays as the product knows them, with the company's corrections. */
function holidaysBetween(first: CivilDay, last: CivilDay, corrected: readonly { day: string; kind: string }[]): ReadonlySet<string> {
  const said = new Map(corrected.map((each) => [each.day, each.kind]));
  const found = new Set<string>();
  for (let day = first; day <= last; day++) {
    const date = dateOf(day);
    if (said.has(date) ? said.get(date) === 'holiday' : KNOWN[date] === 'holiday') found.add(date);
  }
  return found;
}
