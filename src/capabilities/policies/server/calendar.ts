import { cnDayTable } from '#engine';
import { recordHappening } from '#capabilities/audit/index.ts';
import { changeDirectory } from '#capabilities/identity/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { wrong, type Actor, type Context, type Issue } from '#platform/operations/index.ts';
import type { CalendarChange, CalendarJson } from '../contract.ts';
import './context.ts';

const OWN = "select to_char(day, 'YYYY-MM-DD') as day, kind from calendar_day where tenant_id = $1 and extract(year from day) = $2 order by day";
const CLEAR = 'delete from calendar_day where tenant_id = $1 and extract(year from day) = $2';
const INSERT = 'insert into calendar_day (tenant_id, day, kind) select $1::uuid, day, kind from unnest($2::date[], $3::text[]) as d (day, kind)';

type OwnDay = CalendarChange['days'][number];

/** Holidays and make-up days of a year: those the product brings, with the company's own laid over them. */
export async function calendarOf<A extends TenantActor>(scope: Scope<A>, year: number): Promise<CalendarJson> {
  const brought = cnDayTable();
  const own = (await scope.run<OwnDay>({ name: 'calendar-own', text: OWN, values: [scope.tenant, year] })).rows;
  const days = new Map<string, CalendarJson['days'][number]>();
  for (const [day, kind] of Object.entries(brought.days)) if (day.startsWith(`${year}-`)) days.set(day, { day, kind, own: false });
  for (const { day, kind } of own) days.set(day, { day, kind, own: true });
  return { year, knownUntil: brought.knownUntil, days: [...days.values()].toSorted((left, right) => (left.day < right.day ? -1 : 1)) };
}

/**
 * Puts the company's own holidays and make-up days of a year in the place of those it had. What is open is derived anew as soon as
 * this is committed; what is closed keeps the times it had.
 * @throws Failure 422 naming each day that is of another year, or stands there twice
 */
export async function changeCalendar(scope: Scope<Actor>, context: Context, year: number, { days }: CalendarChange): Promise<CalendarJson> {
  requireOfYear(year, days);
  await changeDirectory(scope);
  const before = (await scope.run<OwnDay>({ name: 'calendar-own', text: OWN, values: [scope.tenant, year] })).rows;
  await scope.run({ text: CLEAR, values: [scope.tenant, year] });
  await scope.run({ text: INSERT, values: [scope.tenant, days.map(({ day }) => day), days.map(({ kind }) => kind)] });
  await recordHappening(scope, { stream: scope.tenant, of: 'company', type: 'calendar-changed', actor: scope.actor.person, at: context.clock.now(), body: { year, before, after: days } });
  scope.onCommit(async () => {
    const changed = await context.calendarChanged(scope.tenant, { calendar: year });
    context.log.info({ tenant: scope.tenant, year, changed }, 'the calendar changed; what is open was derived anew');
  });
  return calendarOf(scope, year);
}

const ofOtherYear = { zh: '这一天不在所填的年份里。', en: 'This day is not in the year.' };
const twice = { zh: '这一天出现了两次，请只保留一个。', en: 'This day stands there twice. Please keep one.' };

function requireOfYear(year: number, days: readonly OwnDay[]): void {
  const issues = days.flatMap(({ day }, at): Issue[] => {
    const path = ['body', 'days', at, 'day'];
    if (!day.startsWith(`${year}-`)) return [{ path, message: ofOtherYear }];
    return days.findIndex((each) => each.day === day) === at ? [] : [{ path, message: twice }];
  });
  if (issues.length > 0) throw wrong(issues);
}
