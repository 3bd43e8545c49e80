import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/index.ts';
import { dueAt, parseDue } from './index.ts';

const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe'];
const HALVES = [[9 * 60, 12 * 60], [13 * 60, 17 * 60]] as const;
const weekly = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, HALVES.map(([from, to]) => ({ from, to }))]));
const none = { days: {}, knownUntil: '2027-12-31' };
const years = { from: 2026, to: 2027 };
const compiled = new Map(ZONES.map((zone) => [zone, compileCalendar({ name: 'working', weekly, holidays: null, source: { clause: [], ours: 'a test', line: 1 } }, zone, none, years)]));

const starts = fc.integer({ min: Date.UTC(2026, 0, 3), max: Date.UTC(2026, 11, 28) });
const zones = fc.constantFrom(...ZONES);

function due(text: string, start: number, zone: string, fact?: string): number {
  const working = compiled.get(zone);
  const rule = parseDue(text, { calendars: ['working'], words: {} });
  const found = working && rule && dueAt(rule, { start, zone, calendars: { working }, fact: () => fact, itFact: () => undefined });
  if (!found) throw new Error(`nothing due for ${text}`);
  return found.at;
}

const civil = (at: number, zone: string): Temporal.PlainDate => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
const midnightAfter = (date: Temporal.PlainDate, zone: string): number => date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;

describe('due times by civil time', () => {
  it('are what a calendar library says, in every zone', () => {
    const units = fc.constantFrom('days' as const, 'weeks' as const, 'months' as const, 'years' as const);
    fc.assert(fc.property(starts, zones, fc.integer({ min: 1, max: 40 }), units, (start, zone, n, unit) => {
      const last = civil(start, zone).add({ [unit]: n });
      expect(due(`${n} ${unit}`, start, zone)).toBe(midnightAfter(last, zone));
    }));
  });

  it('end periods where a calendar library ends them', () => {
    fc.assert(fc.property(starts, zones, fc.constantFrom('week', 'month', 'quarter', 'year'), (start, zone, period) => {
      const day = civil(start, zone);
      const ends: Record<string, Temporal.PlainDate> = {
        week: day.add({ days: 7 - day.dayOfWeek }),
        month: day.with({ day: day.daysInMonth }),
        quarter: day.with({ day: 1, month: Math.ceil(day.month / 3) * 3 }).add({ months: 1 }).subtract({ days: 1 }),
        year: day.with({ month: 12, day: 31 }),
      };
      const end = ends[period];
      expect(end && midnightAfter(end, zone)).toBe(due(`end of ${period}`, start, zone));
    }));
  });

  it('shift an instant by civil days at the same wall-clock time', () => {
    fc.assert(fc.property(starts, zones, fc.integer({ min: 1, max: 90 }), fc.constantFrom('+', '-'), (at, zone, n, sign) => {
      const fact = new Date(at).toISOString();
      const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add({ days: sign === '+' ? n : -n });
      expect(due(`at date ${sign} ${n} days`, 0, zone, fact)).toBe(expected.epochMilliseconds);
    }));
  });
});

describe('due times by the calendar', () => {
  it('of working hours are what counting minute by minute says', () => {
    fc.assert(fc.property(starts, zones, fc.integer({ min: 1, max: 20 }), (drawn, zone, hours) => {
      const start = drawn - (drawn % 60_000);
      expect(due(`${hours} working hours`, start, zone)).toBe(minuteByMinute(start, zone, hours * 60));
    }), { numRuns: 40 });
  });

  it('of working days close on the N-th weekday after the start', () => {
    fc.assert(fc.property(starts, zones, fc.integer({ min: 1, max: 15 }), (start, zone, n) => {
      let day = civil(start, zone);
      for (let left = n; left > 0; ) {
        day = day.add({ days: 1 });
        if (day.dayOfWeek <= 5) left--;
      }
      expect(due(`${n} working days`, start, zone)).toBe(day.toZonedDateTime({ timeZone: zone, plainTime: '17:00' }).epochMilliseconds);
    }));
  });

  it('never come earlier for a later start', () => {
    const texts = fc.constantFrom('10 working hours', '3 working days', '7 days', '1 month', 'same day', 'end of quarter + 10 working days', 'next working opening + 15 minutes', '90 minutes');
    fc.assert(fc.property(texts, starts, fc.nat(5 * 86_400_000), zones, (text, start, later, zone) => {
      expect(due(text, start + later, zone)).toBeGreaterThanOrEqual(due(text, start, zone));
    }));
  });
});

/** Walks the clock on the wall: none of these zones changes it within the hours of a working day. */
function minuteByMinute(start: number, zone: string, minutes: number): number {
  let left = minutes;
  let at = start;
  for (;;) {
    const day = civil(at, zone);
    const next = midnightAfter(day, zone);
    const opening = HALVES.map(([from, to]) => [from, to].map((minute) => day.toZonedDateTime({ timeZone: zone, plainTime: { hour: minute / 60 } }).epochMilliseconds));
    for (; at < next; at += 60_000) {
      const open = day.dayOfWeek <= 5 && opening.some(([from = 0, to = 0]) => from <= at && at < to);
      if (open && --left === 0) return at + 60_000;
    }
  }
}
