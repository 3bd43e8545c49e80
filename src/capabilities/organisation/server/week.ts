import { civilDayFrom, civilDayOf, dateOf, weekdayOf } from '#engine/calendar/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import { missing, type Actor, type Context } from '#platform/operations/index.ts';
import type { RosterJson } from '../contract.ts';
import { onDutyAt, placeOf, type Roster } from '../rules/roster.ts';
import { onDutyJson } from './duty.ts';
import { presencesOf } from './presence.ts';
import { presentOf } from './present.ts';
import { rostersOf } from './rosters.ts';

const UNIT = 'select code, name from unit where tenant_id = $1 and code = $2';
/** Members of the unit, holders of a position in it or of one that belongs to it, and whoever stands in its roster already. */
const MEMBERS = `select p.id, p.name from person p where p.tenant_id = $1 and p.left_at is null and (p.unit_code = $2
    or exists (select 1 from person_position h join position o on o.tenant_id = $1 and o.code = h.position_code where h.tenant_id = $1 and h.person_id = p.id and (h.unit_code = $2 or (h.unit_code = '' and o.unit_code = $2)))
    or exists (select 1 from roster_pattern r where r.tenant_id = $1 and r.person_id = p.id and r.unit_code = $2)
    or exists (select 1 from roster_day d where d.tenant_id = $1 and d.person_id = p.id and d.unit_code = $2 and d.day between $3 and $4))
  order by p.name, p.id`;

/** A week of a unit's roster, Monday first. @param date - any day of it; null = this week. @throws Failure 404 for a unit that is not there */
export function rosterWeek(context: Context, actor: Actor, unit: string, date: string | null): Promise<RosterJson> {
  return withReadScope(context.db, actor, async (scope) => {
    const { now, zone } = await presentOf(scope, context.clock.now());
    const found = (await scope.rows<{ code: string; name: string }>({ sql: UNIT, parameters: [scope.tenant, unit] }))[0];
    const asked = date === null ? civilDayOf(now, zone) : civilDayFrom(date);
    if (!found || asked === null) throw missing();
    const monday = asked - weekdayOf(asked) + 1;
    return weekJson(scope, { unit: found, monday, now, zone, mayChange: actor.rights.includes('oversee') });
  });
}

interface Week { readonly unit: { readonly code: string; readonly name: string }; readonly monday: number; readonly now: number; readonly zone: string; readonly mayChange: boolean }

async function weekJson(scope: Scope<Actor>, { unit, monday, now, zone, mayChange }: Week): Promise<RosterJson> {
  const days = [0, 1, 2, 3, 4, 5, 6].map((each) => monday + each);
  const roster = (await rostersOf(scope, monday, monday + 6)).get(unit.code) ?? noRoster(zone);
  const people = await scope.rows<{ id: string; name: string }>({ sql: MEMBERS, parameters: [scope.tenant, unit.code, dateOf(monday), dateOf(monday + 6)] });
  const today = civilDayOf(now, zone);
  const near = (await rostersOf(scope, today - 1, today)).get(unit.code);
  return {
    unit, people, mayChange, shifts: roster.shifts.map(({ id, name, starts, ends, night, holidays }) => ({ id, name, starts, ends, night, holidays })),
    days: days.map((day) => ({ day: dateOf(day), weekday: weekdayOf(day), holiday: roster.holidays.has(dateOf(day)), today: day === today })),
    cells: people.flatMap(({ id }) => days.map((day) => {
      const { shift, from } = placeOf(roster, id, day);
      return { person: id, day: dateOf(day), shift: shift?.id ?? null, from };
    })),
    onDuty: near ? onDutyJson(onDutyAt(near, now), new Map(people.map(({ id, name }) => [id, name])), await presencesOf(scope), zone) : [],
  };
}

const noRoster = (zone: string): Roster => ({ shifts: [], pattern: [], days: [], holidays: new Set(), zone });
