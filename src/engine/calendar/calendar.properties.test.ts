import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addOpenTime, compileCalendar, isOpen, nextOpening, nthWorkingDayClose, openTimeBetween } from './index.ts';
import type { CalendarRule, DayWindow } from '../policy.ts';
import type { DayTable } from './index.ts';

const MINUTE = 60_000;
const DAYS = 24;

/** Days around which each zone's clocks change (Shanghai: around the National Day). */
const PLACES = [
  { zone: 'Asia/Shanghai', date: '2025-09-28' }, { zone: 'Europe/Berlin', date: '2026-03-24' }, { zone: 'Europe/Berlin', date: '2025-10-22' },
  { zone: 'America/New_York', date: '2026-03-03' }, { zone: 'America/New_York', date: '2025-10-28' }, { zone: 'Australia/Lord_Howe', date: '2026-03-31' },
];

interface Case { rule: CalendarRule; table: DayTable; zone: string; date: Temporal.PlainDate; from: number; a: number; b: number }

/** Windows begin from `opens` on and end by 06:00 of the next day, on quarters of an hour. */
function windows(opens: number): fc.Arbitrary<DayWindow[]> {
  const one = fc.tuple(fc.integer({ min: opens / 15, max: 95 }), fc.integer({ min: 1, max: 48 })).map(([from, length]) => ({ from: from * 15, to: Math.min((from + length) * 15, 1800) }));
  return fc.array(one, { maxLength: 3 });
}

/** At least eighty minutes a week, whatever overlaps: the longest limit drawn then ends within the years compiled. */
const openEnough = (week: readonly (readonly DayWindow[])[]): boolean => week.flat().reduce((sum, { from, to }) => sum + to - from, 0) >= 240;

function cases(opens: number): fc.Arbitrary<Case> {
  return fc.record({
    place: fc.constantFrom(...PLACES),
    week: fc.array(windows(opens), { minLength: 7, maxLength: 7 }).filter(openEnough),
    named: fc.array(fc.tuple(fc.nat(DAYS), fc.constantFrom('holiday' as const, 'workday' as const)), { maxLength: 5 }),
    from: fc.nat(10 * 1440), a: fc.nat(4000), b: fc.nat(4000),
  }).map(({ place, week, named, from, a, b }) => {
    const date = Temporal.PlainDate.from(place.date);
    const weekly = Object.fromEntries(week.map((day, i) => [i + 1, day]));
    const days = Object.fromEntries(named.map(([day, kind]) => [date.add({ days: day }).toString(), kind]));
    const rule = { name: 'drawn', weekly, holidays: 'CN', source: { clause: [], ours: 'a test', line: 1 } };
    return { rule, table: { days, knownUntil: '2026-12-31' }, zone: place.zone, date, from: from * MINUTE + midnight(date, place.zone), a, b };
  });
}

const midnight = (date: Temporal.PlainDate, zone: string): number => date.toZonedDateTime(zone).epochMilliseconds;

/** The reference: windows of single days by Temporal, then one minute after the other. It shares no code with the calendar. */
function reference({ rule, table, zone, date }: Case) {
  const base = midnight(date, zone);
  const open = new Uint8Array(DAYS * 1440);
  const closing = new Map<string, number>();
  for (let i = -1; i < DAYS + 1; i++) {
    const day = date.add({ days: i });
    const onClock = (minute: number): number => day.toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone).epochMilliseconds;
    const kind = table.days[day.toString()];
    const usual = [1, 2, 3, 4, 5, 6, 7].map((weekday) => rule.weekly[weekday] ?? []).find((each) => each.length > 0) ?? [];
    for (const window of kind === 'holiday' ? [] : kind === 'workday' ? usual : (rule.weekly[day.dayOfWeek] ?? [])) {
      const [from, to] = [onClock(window.from), onClock(window.to)];
      if (to > from) closing.set(day.toString(), Math.max(to, closing.get(day.toString()) ?? 0));
      open.fill(1, Math.max(0, (from - base) / MINUTE), Math.max(0, (to - base) / MINUTE));
    }
  }
  const isOpenAt = (at: number): boolean => open[(at - base) / MINUTE] === 1;
  const between = (from: number, to: number): number => open.subarray((from - base) / MINUTE, (to - base) / MINUTE).reduce((sum, each) => sum + each, 0);
  const add = (from: number, minutes: number): number | null => {
    let left = minutes;
    for (let at = from; left > 0; at += MINUTE) {
      if (at >= base + open.length * MINUTE) return null;
      if (isOpenAt(at) && --left === 0) return at + MINUTE;
    }
    return from;
  };
  const nthClose = (from: number, n: number): number | null => {
    let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
    for (let left = n; left > 0; ) {
      day = day.add({ days: 1 });
      if (Temporal.PlainDate.compare(day, date.add({ days: DAYS })) > 0) return null;
      if (closing.has(day.toString())) left--;
    }
    return closing.get(day.toString()) ?? null;
  };
  return { isOpenAt, between, add, nthClose };
}

const compiled = ({ rule, zone, table }: Case) => compileCalendar(rule, zone, table, { from: 2025, to: 2028 });

describe('a compiled calendar', () => {
  it('says the same as counting minute by minute, overlapping shifts and changing clocks included', () => {
    fc.assert(fc.property(cases(0), (drawn) => {
      const calendar = compiled(drawn);
      const slow = reference(drawn);
      const due = slow.add(drawn.from, drawn.a);
      if (due !== null) expect(addOpenTime(calendar, drawn.from, drawn.a * MINUTE)).toBe(due);
      const to = drawn.from + drawn.b * MINUTE;
      expect(openTimeBetween(calendar, drawn.from, to)).toBe(slow.between(drawn.from, to) * MINUTE);
      expect(isOpen(calendar, to)).toBe(slow.isOpenAt(to));
      const first = slow.add(drawn.from, 1);
      if (first !== null) expect(nextOpening(calendar, drawn.from)).toBe(first - MINUTE);
    }), { numRuns: 80 });
  });

  it('closes the N-th working day when a calendar on the wall would', () => {
    fc.assert(fc.property(cases(360), fc.integer({ min: 1, max: 6 }), (drawn, n) => {
      const close = reference(drawn).nthClose(drawn.from, n);
      if (close !== null) expect(nthWorkingDayClose(compiled(drawn), drawn.from, n)).toBe(close);
    }), { numRuns: 60 });
  });

  it('adds in two steps what it adds in one', () => {
    fc.assert(fc.property(cases(0), fc.nat(MINUTE), (drawn, odd) => {
      const calendar = compiled(drawn);
      const [a, b] = [drawn.a * MINUTE + odd, drawn.b * MINUTE];
      expect(addOpenTime(calendar, addOpenTime(calendar, drawn.from, a), b)).toBe(addOpenTime(calendar, drawn.from, a + b));
    }), { numRuns: 60 });
  });

  it('never lets a later start or a longer limit end earlier', () => {
    fc.assert(fc.property(cases(0), (drawn) => {
      const calendar = compiled(drawn);
      const due = addOpenTime(calendar, drawn.from, drawn.a * MINUTE);
      expect(addOpenTime(calendar, drawn.from + drawn.b * MINUTE, drawn.a * MINUTE)).toBeGreaterThanOrEqual(due);
      expect(addOpenTime(calendar, drawn.from, (drawn.a + drawn.b) * MINUTE)).toBeGreaterThanOrEqual(due);
    }), { numRuns: 60 });
  });

  it('measures what it added, forwards and backwards', () => {
    fc.assert(fc.property(cases(0), (drawn) => {
      const calendar = compiled(drawn);
      const due = addOpenTime(calendar, drawn.from, drawn.a * MINUTE);
      expect(openTimeBetween(calendar, drawn.from, due)).toBe(drawn.a * MINUTE);
      const back = addOpenTime(calendar, due, -drawn.a * MINUTE);
      expect(openTimeBetween(calendar, back, due)).toBe(drawn.a * MINUTE);
      expect(openTimeBetween(calendar, due, drawn.from)).toBe(drawn.a === 0 ? 0 : -drawn.a * MINUTE);
    }), { numRuns: 60 });
  });
});
