import type { z } from 'zod';
import { civilDayFrom } from '#engine/calendar/index.ts';
import { changeDirectory } from '#capabilities/identity/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { missing, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import type { patternBody, shiftsBody, weekBody } from '../contract.ts';

const UNIT = 'select 1 from unit where tenant_id = $1 and code = $2';
const OWN_SHIFTS = 'select id from shift where tenant_id = $1 and unit_code = $2 and ended_at is null';
const HERE = 'select id from person where tenant_id = $1 and left_at is null and id = any($2::uuid[])';

/** Begins a change of one unit's roster: one after the other in a company. @throws Failure 404 */
async function changeRoster(scope: Scope<Actor>, unit: string): Promise<void> {
  await changeDirectory(scope);
  if ((await scope.run({ text: UNIT, values: [scope.tenant, unit] })).count === 0) throw missing();
}

/** Replaces a unit's shifts. One that is left out ends: its places fall away, past days keep them. @throws Failure 404, 422 */
export async function setShifts(scope: Scope<Actor>, context: Context, unit: string, { shifts }: z.infer<typeof shiftsBody>): Promise<void> {
  await changeRoster(scope, unit);
  const known = await shiftsOf(scope, unit);
  const strange = shifts.findIndex((shift) => shift.id !== undefined && !known.has(shift.id));
  if (strange >= 0) throw wrong([{ path: ['body', 'shifts', strange, 'id'], message: { zh: '没有这个班次。', en: 'There is no such shift.' } }]);
  const kept = shifts.flatMap((shift) => (shift.id === undefined ? [] : [shift.id]));
  const now = new Date(context.clock.now());
  await scope.run({ text: 'update shift set ended_at = $3 where tenant_id = $1 and unit_code = $2 and ended_at is null and id <> all($4::uuid[])', values: [scope.tenant, unit, now, kept] });
  await scope.run({ text: 'delete from roster_pattern where tenant_id = $1 and unit_code = $2 and shift_id <> all($3::uuid[])', values: [scope.tenant, unit, kept] });
  for (const { id = uuidv7(), name, starts, ends, night, holidays } of shifts) {
    await scope.run({
      text: `insert into shift (tenant_id, id, unit_code, name, starts, ends, night, holidays) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (tenant_id, id) do update set name = excluded.name, starts = excluded.starts, ends = excluded.ends, night = excluded.night, holidays = excluded.holidays`,
      values: [scope.tenant, id, unit, name, starts, ends, night, holidays],
    });
  }
  await context.identity.record(scope, scope.tenant, 'company', 'shifts-set', { unit, shifts: shifts.map(({ name, starts, ends, night, holidays }) => ({ name, starts, ends, night, holidays })) }, {});
}

/** Changes single days of a unit's roster. @throws Failure 404, 422 for strange people, shifts and days */
export async function setWeek(scope: Scope<Actor>, context: Context, unit: string, { cells }: z.infer<typeof weekBody>): Promise<void> {
  await changeRoster(scope, unit);
  await requireKnown(scope, unit, cells.map(({ person, shift }) => ({ person, shift })));
  const badDay = cells.findIndex((cell) => civilDayFrom(cell.day) === null);
  if (badDay >= 0) throw wrong([{ path: ['body', 'cells', badDay, 'day'], message: { zh: '没有这一天。', en: 'There is no such day.' } }]);
  for (const { person, day, shift, pattern = false } of cells) {
    const values = [scope.tenant, unit, day, person];
    if (pattern) await scope.run({ text: 'delete from roster_day where tenant_id = $1 and unit_code = $2 and day = $3 and person_id = $4', values });
    else await scope.run({ text: `insert into roster_day (tenant_id, unit_code, day, person_id, shift_id) values ($1, $2, $3, $4, $5)
        on conflict (tenant_id, unit_code, day, person_id) do update set shift_id = excluded.shift_id`, values: [...values, shift] });
  }
  await context.identity.record(scope, scope.tenant, 'company', 'roster-changed', { unit, cells }, {});
}

/** Replaces a unit's weekly pattern. @throws Failure 404, 422 */
export async function setPattern(scope: Scope<Actor>, context: Context, unit: string, { cells }: z.infer<typeof patternBody>): Promise<void> {
  await changeRoster(scope, unit);
  await requireKnown(scope, unit, cells);
  await scope.run({ text: 'delete from roster_pattern where tenant_id = $1 and unit_code = $2', values: [scope.tenant, unit] });
  const once = [...new Map(cells.map((cell) => [`${cell.weekday}/${cell.person}`, cell])).values()];
  await scope.run({
    text: 'insert into roster_pattern (tenant_id, unit_code, weekday, person_id, shift_id) select $1, $2, w, p, s from unnest($3::int[], $4::uuid[], $5::uuid[]) as t(w, p, s)',
    values: [scope.tenant, unit, once.map((cell) => cell.weekday), once.map((cell) => cell.person), once.map((cell) => cell.shift)],
  });
  await context.identity.record(scope, scope.tenant, 'company', 'roster-pattern-set', { unit, cells: once }, {});
}

/** Takes somebody out of every roster from a civil day on (he leaves); what lies before stays. @returns how many places fell away */
export async function leaveRosters(scope: Scope<Actor>, person: string, day: string): Promise<number> {
  const pattern = await scope.run({ text: 'delete from roster_pattern where tenant_id = $1 and person_id = $2', values: [scope.tenant, person] });
  const days = await scope.run({ text: 'delete from roster_day where tenant_id = $1 and person_id = $2 and day >= $3', values: [scope.tenant, person, day] });
  return pattern.count + days.count;
}

async function shiftsOf(scope: Scope<Actor>, unit: string): Promise<ReadonlySet<string>> {
  return new Set((await scope.rows<{ id: string }>({ sql: OWN_SHIFTS, parameters: [scope.tenant, unit] })).map((each) => each.id));
}

async function requireKnown(scope: Scope<Actor>, unit: string, cells: readonly { readonly person: string; readonly shift: string | null }[]): Promise<void> {
  const shifts = await shiftsOf(scope, unit);
  const here = new Set((await scope.rows<{ id: string }>({ sql: HERE, parameters: [scope.tenant, [...new Set(cells.map((cell) => cell.person))]] })).map((each) => each.id));
  const issues = cells.flatMap((cell, index) => [
    ...(here.has(cell.person) ? [] : [{ path: ['body', 'cells', index, 'person'], message: { zh: '没有这位同事，或已经离职。', en: 'There is no such colleague, or he has left.' } }]),
    ...(cell.shift === null || shifts.has(cell.shift) ? [] : [{ path: ['body', 'cells', index, 'shift'], message: { zh: '没有这个班次。', en: 'There is no such shift.' } }]),
  ]);
  if (issues.length) throw wrong(issues);
}
