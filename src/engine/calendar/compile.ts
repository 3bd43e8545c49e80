import { MINUTE, DAY } from '../instant.ts';
import { civilDayFrom, endOfDay, startOfDay, weekdayOf } from './civil.ts';
import { instantOfWall } from './zone-offsets.ts';
import type { CivilDay } from './civil.ts';
import type { CalendarRule, DayWindow } from '../policy.ts';
import type { CompiledCalendar, DayTable } from './types.ts';

interface Window { readonly start: number; end: number; readonly day: CivilDay }

/**
 * Compiles the opening hours of a policy's calendar to UTC windows with prefix sums, so that every later question is a
 * binary search. Windows of different days that overlap are cut where they meet, so that both days keep theirs.
 * @param zone IANA name; windows are wall-clock times of it, on the days its clocks change too.
 * @param table holidays and make-up days; looked at only when the rule names a table of holidays.
 * @param years first and last civil year, both included.
 * @throws RangeError when the table's last known day is no date, or there is no such zone.
 */
export function compileCalendar(rule: CalendarRule, zone: string, table: DayTable, years: { readonly from: number; readonly to: number }): CompiledCalendar {
  const first = Date.UTC(years.from, 0, 1) / DAY;
  const beyond = Date.UTC(years.to + 1, 0, 1) / DAY;
  const named = rule.holidays === null ? NOTHING_NAMED : namedDaysOf(table);
  const raw: Window[] = [];
  // The last night shift of the year before reaches into the first day.
  for (let day = first - 1; day < beyond; day++) {
    for (const window of windowsOn(day, rule, named)) raw.push(onClock(window, day, zone));
  }
  const windows: Window[] = [];
  for (const window of raw.filter((each) => each.end > each.start).toSorted((a, b) => a.start - b.start)) append(windows, window);
  const covers = { from: startOfDay(first, zone), to: startOfDay(beyond, zone) };
  const knownUntil = rule.holidays === null ? covers.to : endOfDay(lastKnownDay(table), zone);
  return { name: rule.name, zone, ...inColumns(windows), knownUntil, covers };
}

type NamedDays = ReadonlyMap<CivilDay, DayTable['days'][string]>;
const NOTHING_NAMED: NamedDays = new Map();
const readBefore = new WeakMap<DayTable, NamedDays>();

/** The days of a table by their numbers. A table never changes: it is read once for all calendars that go by it. */
function namedDaysOf(table: DayTable): NamedDays {
  const known = readBefore.get(table);
  if (known) return known;
  const days = new Map(Object.entries(table.days).flatMap(([date, is]) => {
    const day = civilDayFrom(date);
    return day === null ? [] : [[day, is] as const];
  }));
  readBefore.set(table, days);
  return days;
}

/** A make-up day (调休) works like the first weekday that has windows: nobody says which day it replaces. */
function windowsOn(day: CivilDay, rule: CalendarRule, named: NamedDays): readonly DayWindow[] {
  const is = named.get(day);
  if (is === 'holiday') return [];
  return is === 'workday' ? usualWorkingDay(rule) : (rule.weekly[weekdayOf(day)] ?? []);
}

function usualWorkingDay(rule: CalendarRule): readonly DayWindow[] {
  for (let weekday = 1; weekday <= 7; weekday++) {
    const windows = rule.weekly[weekday];
    if (windows && windows.length > 0) return windows;
  }
  return [];
}

function onClock(window: DayWindow, day: CivilDay, zone: string): Window {
  return {
    start: instantOfWall(day * DAY + window.from * MINUTE, zone),
    end: instantOfWall(day * DAY + window.to * MINUTE, zone),
    day,
  };
}

/** Adds a window behind those that start before it. */
function append(windows: Window[], next: Window): void {
  const last = windows.at(-1);
  if (!last || next.start >= last.end) {
    windows.push(next);
  } else if (last.day === next.day) {
    last.end = Math.max(last.end, next.end);
  } else if (next.end > last.end) {
    windows.push({ ...next, start: last.end });
  } else {
    // The shift of the day before covers this window wholly: it hands over, so that this day stays a working day.
    const end = last.end;
    last.end = next.start;
    if (last.end <= last.start) windows.pop();
    windows.push({ ...next, end });
  }
}

function inColumns(windows: readonly Window[]): Pick<CompiledCalendar, 'starts' | 'ends' | 'before' | 'day'> {
  const starts = Float64Array.from(windows, (window) => window.start);
  const ends = Float64Array.from(windows, (window) => window.end);
  const day = Int32Array.from(windows, (window) => window.day);
  const before = new Float64Array(windows.length);
  let open = 0;
  windows.forEach((window, i) => {
    before[i] = open;
    open += window.end - window.start;
  });
  return { starts, ends, before, day };
}

function lastKnownDay(table: DayTable): CivilDay {
  const day = civilDayFrom(table.knownUntil);
  if (day === null) throw new RangeError(`The table of holidays ends on “${table.knownUntil}”, which is no date. Write it as YYYY-MM-DD.`);
  return day;
}
