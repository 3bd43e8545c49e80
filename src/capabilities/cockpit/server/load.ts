import { formatInstant, isAbsent } from '#engine';
import { civilDayOf, endOfDay } from '#engine/calendar/index.ts';
import { NO_UNIT, sharedKeysOf, type Surroundings } from '#capabilities/matters/index.ts';
import { unitsOf } from '#capabilities/organisation/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { CockpitAnswer, LoadJson } from '../contract.ts';
import { LOAD } from './statements.ts';

interface Counts { readonly open: number; readonly today: number; readonly overdue: number }
interface LoadRow extends Counts { readonly whose: string | null }
/** A unit's shared work among people's: no person's id looks so. */
const ofUnit = (code: string): string => `u:${code}`;

/** Everybody who has anything under his name or is on leave, and what each unit bears together; most overdue first. */
export async function loadOf(scope: Scope<Actor>, around: Surroundings, hidden: readonly string[], project: string | null): Promise<Pick<CockpitAnswer, 'load' | 'total'>> {
  const { zone } = scope.actor;
  const units = await unitsOf(scope);
  const policies = around.policies.known.map(({ policy }) => policy);
  const keys = [
    ...around.company.directory.people.map(({ person }) => [person, `p:${person}`] as const),
    ...['', ...units.map((unit) => unit.code)].flatMap((code) => sharedKeysOf(code, policies).map((key) => [ofUnit(code), key] as const)),
  ];
  const values = [scope.tenant, keys.map(([whose]) => whose), keys.map(([, key]) => key), hidden, new Date(around.now), new Date(endOfDay(civilDayOf(around.now, zone), zone)), project];
  const rows = new Map((await scope.run<LoadRow>({ name: 'cockpit-load', text: LOAD, values })).rows.map(({ whose, ...counts }) => [whose, counts]));
  const names = new Map(units.map((unit) => [unit.code, unit.name]));
  const shared = ['', ...names.keys()].flatMap((code): LoadJson[] => {
    const counts = rows.get(ofUnit(code));
    return counts ? [{ person: null, name: '', unit: names.get(code) ?? '', ...counts, filter: { shared: code === '' ? NO_UNIT : code }, awayUntil: null, standsIn: null }] : [];
  });
  return { load: [...ownOf(around, rows, names, zone), ...shared].sort((a, b) => b.overdue - a.overdue || b.open - a.open), total: rows.get(null) ?? NOTHING };
}

const NOTHING: Counts = { open: 0, today: 0, overdue: 0 };

function ownOf(around: Surroundings, rows: ReadonlyMap<string | null, Counts>, units: ReadonlyMap<string, string>, zone: string): readonly LoadJson[] {
  const { directory, names } = around.company;
  return directory.people.flatMap(({ person, unit }) => {
    const counts = rows.get(person) ?? NOTHING;
    const away = directory.absences?.find((each) => each.person === person && isAbsent(each, around.now));
    if (counts.open === 0 && !away) return [];
    const until = away && (away.until === null ? '' : formatInstant(away.until, zone));
    return [{ person, name: names.get(person) ?? '—', unit: unit === null ? '' : (units.get(unit) ?? unit), ...counts, filter: { named: person }, awayUntil: until ?? null, standsIn: away ? (names.get(away.by) ?? null) : null }];
  });
}
