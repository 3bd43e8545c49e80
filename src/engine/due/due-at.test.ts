import { describe, expect, it } from 'vitest';
import { cnDayTable, compileCalendar } from '../calendar/index.ts';
import { formatInstant } from '../instant.ts';
import { afterDue, dueAt, parseDue, parseDuration } from './index.ts';
import type { FactValue } from '../policy.ts';

const zone = 'Asia/Shanghai';
const DAYTIME = [{ from: 510, to: 720 }, { from: 780, to: 1050 }];
const years = { from: 2025, to: 2027 };
const source = { clause: [], ours: 'a test', line: 1 };
const week = (days: readonly number[], windows: typeof DAYTIME) => Object.fromEntries(days.map((day) => [day, windows]));
const calendars = {
  working: compileCalendar({ name: 'working', weekly: week([1, 2, 3, 4, 5], DAYTIME), holidays: 'CN', source }, zone, cnDayTable(), years),
  service: compileCalendar({ name: 'service', weekly: week([1, 2, 3, 4, 5, 6, 7], [{ from: 480, to: 1200 }]), holidays: null, source }, zone, cnDayTable(), years),
};
const names = { calendars: Object.keys(calendars), words: { 及时: { due: { amount: 1, unit: 'days', calendar: 'working' } } } } as const;

function due(text: string | readonly string[], start: string, facts: Record<string, FactValue> = {}, it: Record<string, FactValue> = {}): string | null {
  const rule = parseDue(text, names);
  if (!rule) throw new Error(`cannot read ${String(text)}`);
  const found = dueAt(rule, { start: Date.parse(`${start}:00+08:00`), zone, calendars, fact: (name) => facts[name], itFact: (name) => it[name] });
  return found && formatInstant(found.at, zone).slice(0, 16);
}

describe('civil time', () => {
  it('lets minutes and hours run from the instant, nights and holidays included', () => {
    expect(due('10 minutes', '2026-03-02T09:00')).toBe('2026-03-02T09:10');
    expect(due('24 hours', '2026-09-30T18:30')).toBe('2026-10-01T18:30');
  });

  it('ends days, weeks, months and years at 24:00 of the last day, the starting day not counted', () => {
    expect(due('1 day', '2026-03-02T00:00')).toBe('2026-03-04T00:00');
    expect(due('7 days', '2026-03-02T23:59')).toBe('2026-03-10T00:00');
    expect(due('1 week', '2026-03-02T09:00')).toBe('2026-03-10T00:00');
    expect(due('2 months', '2026-03-02T09:00')).toBe('2026-05-03T00:00');
    expect(due('1 year', '2026-03-02T09:00')).toBe('2027-03-03T00:00');
  });

  it('counts months by the calendar: a month from 31 January ends with February', () => {
    expect(due('1 month', '2026-01-31T09:00')).toBe('2026-03-01T00:00');
    expect(due('1 month', '2028-01-31T09:00')).toBe('2028-03-01T00:00');
  });

  it('ends working days at closing of the last, the starting day not counted', () => {
    expect(due('3 working days', '2026-03-02T08:30')).toBe('2026-03-05T17:30');
    expect(due('1 working day', '2026-03-07T12:00')).toBe('2026-03-09T17:30');
  });

  it('passes over the National Day weeks and works on make-up days', () => {
    expect(due('1 working day', '2025-09-30T10:00')).toBe('2025-10-09T17:30');
    expect(due('3 working days', '2026-09-30T10:00')).toBe('2026-10-10T17:30');
    expect(due('1 working day', '2026-02-13T10:00')).toBe('2026-02-14T17:30');
  });

  it('lets working hours run in the calendar’s windows, to the end of a window when they end there', () => {
    expect(due('24 working hours', '2026-03-06T10:00')).toBe('2026-03-11T10:00');
    expect(due('4 working hours', '2026-03-06T11:00')).toBe('2026-03-06T16:00');
    expect(due('8 working hours', '2026-03-06T08:30')).toBe('2026-03-06T17:30');
  });

  it('ends the same day at 24:00', () => {
    expect(due('same day', '2026-03-02T23:59')).toBe('2026-03-03T00:00');
    expect(due('same day', '2026-03-02T00:00')).toBe('2026-03-03T00:00');
  });

  it('ends a period at 24:00 of its last day, and counts on from the day after', () => {
    expect(due('end of week', '2026-03-04T09:00')).toBe('2026-03-09T00:00');
    expect(due('end of month', '2026-02-28T09:00')).toBe('2026-03-01T00:00');
    expect(due('end of quarter', '2026-02-10T09:00')).toBe('2026-04-01T00:00');
    expect(due('end of week + 1 working day', '2026-03-04T09:00')).toBe('2026-03-09T17:30');
    expect(due('end of quarter + 10 working days', '2026-02-10T09:00')).toBe('2026-04-15T17:30');
    expect(due('end of month + 2 days', '2026-02-10T09:00')).toBe('2026-03-03T00:00');
    expect(due('end of month + 2 hours', '2026-02-10T09:00')).toBe('2026-03-01T02:00');
    expect(due('end of month + 2 working hours', '2026-02-10T09:00')).toBe('2026-03-02T10:30');
  });
});

describe('the next opening', () => {
  it('is waited for by night and is now by day', () => {
    expect(due('next service opening + 15 minutes', '2026-03-02T23:00')).toBe('2026-03-03T08:15');
    expect(due('next service opening + 15 minutes', '2026-03-02T10:00')).toBe('2026-03-02T10:15');
    expect(due('next service opening + 1 working day', '2026-03-06T23:00')).toBe('2026-03-09T17:30');
  });
});

describe('a time that a fact gives', () => {
  it('is 24:00 of a date and the instant itself of an instant, whatever offset it is written in', () => {
    expect(due('at date', '2026-03-02T09:00', { date: '2026-05-01' })).toBe('2026-05-02T00:00');
    expect(due('at it.promise_by', '2026-03-02T09:00', {}, { promise_by: '2026-03-05T07:00:00Z' })).toBe('2026-03-05T15:00');
  });

  it('is shifted by civil days before or after, an instant keeping its wall-clock time', () => {
    expect(due('at date - 30 days', '2026-03-02T09:00', { date: '2026-05-31' })).toBe('2026-05-02T00:00');
    expect(due('at date - 1 month', '2026-03-02T09:00', { date: '2026-05-31' })).toBe('2026-05-01T00:00');
    expect(due('at by - 30 days', '2026-03-02T09:00', { by: '2026-05-31T15:00:00+08:00' })).toBe('2026-05-01T15:00');
    expect(due('at by + 2 hours', '2026-03-02T09:00', { by: '2026-05-31T23:00:00+08:00' })).toBe('2026-06-01T01:00');
  });

  it('is shifted by working days to the closing of one, backwards too', () => {
    expect(due('at date - 2 working days', '2026-03-02T09:00', { date: '2026-03-09' })).toBe('2026-03-05T17:30');
    expect(due('at date + 1 working day', '2026-03-02T09:00', { date: '2026-03-06' })).toBe('2026-03-09T17:30');
    expect(due('at by - 3 working hours', '2026-03-02T09:00', { by: '2026-03-09T10:00:00+08:00' })).toBe('2026-03-06T16:00');
  });

  it('gives way to the next alternative while it is unknown or no time at all', () => {
    const either = ['at customer_wants_by', '24 working hours'];
    expect(due(either, '2026-03-02T08:30')).toBe('2026-03-04T17:30');
    expect(due(either, '2026-03-02T08:30', { customer_wants_by: 'soon' })).toBe('2026-03-04T17:30');
    expect(due(either, '2026-03-02T08:30', { customer_wants_by: '2026-03-03T12:00:00+08:00' })).toBe('2026-03-03T12:00');
  });

  it('leaves nothing due while nothing is known', () => {
    expect(due('at resolve_by', '2026-03-02T09:00')).toBeNull();
  });
});

describe('a due time', () => {
  it('tells which alternative it used', () => {
    const rule = parseDue(['at resolve_by', '及时'], names);
    const found = rule && dueAt(rule, { start: Date.parse('2026-03-02T09:00:00+08:00'), zone, calendars, fact: () => undefined, itFact: () => undefined });
    expect(found?.used).toEqual({ is: 'after', duration: names.words.及时.due, word: '及时' });
  });

  it('is refused, not guessed, when a calendar is missing or ends too early', () => {
    const rule = { text: '1 office hour', firstKnown: [{ is: 'after', duration: { amount: 1, unit: 'hours', calendar: 'office' }, word: null }] } as const;
    const context = { start: 0, zone, calendars, fact: () => undefined, itFact: () => undefined };
    expect(() => dueAt(rule, context)).toThrow(/No calendar “office”/);
    expect(() => due('1 working day', '2029-03-02T09:00')).toThrow(/2025-01-01 to 2027-12-31/);
  });

  it('of 24:00 belongs to the day it ends when a further limit begins with it', () => {
    const plus = (text: string, from: string): string => {
      const duration = parseDuration(text, names.calendars);
      if (!duration) throw new Error(text);
      return formatInstant(afterDue(duration, Date.parse(`${from}:00+08:00`), { zone, calendars }), zone).slice(0, 16);
    };
    expect(plus('1 day', '2026-03-03T00:00')).toBe('2026-03-04T00:00');
    expect(plus('1 working day', '2026-03-03T00:00')).toBe('2026-03-03T17:30');
    expect(plus('1 working day', '2026-03-03T17:30')).toBe('2026-03-04T17:30');
    expect(plus('20 minutes', '2026-03-03T00:00')).toBe('2026-03-03T00:20');
  });
});
