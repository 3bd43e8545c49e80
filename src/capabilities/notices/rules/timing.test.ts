import { describe, expect, it } from 'vitest';
import { cnDayTable, compileCalendar } from '#engine';
import { GATHERING, leavesAt, officeHours } from './timing.ts';

const zone = 'Asia/Shanghai';
const source = { clause: [], ours: null, line: 1 };
const day = (from: number, to: number) => [{ from, to }];
const weekly = { 1: day(510, 1050), 2: day(510, 1050), 3: day(510, 1050), 4: day(510, 1050), 5: day(510, 1050) };
const calendar = compileCalendar({ name: 'working', weekly, holidays: 'CN', source }, zone, cnDayTable(), { from: 2025, to: 2027 });
const hours = { zone, calendar };
const at = (text: string): number => Date.parse(`${text}+08:00`);
const told = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);

describe('when a notice leaves the product', () => {
  it('an alarm at once, at any hour', () => {
    expect(leavesAt('alarm', at('2026-03-02T02:00:00'), hours, { quiet: true, off: null })).toBe(at('2026-03-02T02:00:00'));
  });

  it('a reminder a moment after it arose in office hours, else when they begin, over weekends and holidays', () => {
    const now = at('2026-03-02T10:00:00');
    expect(leavesAt('reminder', now, hours, { quiet: true, off: undefined })).toBe(now + GATHERING);
    expect(told(leavesAt('reminder', at('2026-03-02T22:00:00'), hours, { quiet: true, off: undefined }))).toBe('2026-03-03T08:30');
    expect(told(leavesAt('reminder', at('2026-03-06T18:00:00'), hours, { quiet: true, off: undefined }))).toBe('2026-03-09T08:30');
    expect(told(leavesAt('reminder', at('2026-04-04T10:00:00'), hours, { quiet: true, off: undefined }))).toBe('2026-04-07T08:30');
  });

  it('a reminder at any hour where the channel does not keep quiet and the shift goes on, not where it is over', () => {
    const night = at('2026-03-02T22:00:00');
    expect(leavesAt('reminder', night, hours, { quiet: false, off: undefined })).toBe(night + GATHERING);
    expect(told(leavesAt('reminder', night, hours, { quiet: false, off: null }))).toBe('2026-03-03T08:30');
  });

  it('anything but an alarm waits for the next shift where a roster says when that is', () => {
    const [evening, shift] = [at('2026-03-02T18:00:00'), at('2026-03-03T20:00:00')];
    expect(leavesAt('reminder', evening, hours, { quiet: true, off: shift })).toBe(shift);
    expect(told(leavesAt('information', evening, hours, { quiet: true, off: shift }))).toBe('2026-03-04T09:00');
    expect(leavesAt('alarm', evening, hours, { quiet: true, off: shift })).toBe(evening);
  });

  it('information with the next digest of a working day', () => {
    expect(told(leavesAt('information', at('2026-03-02T08:59:59'), hours, { quiet: true, off: undefined }))).toBe('2026-03-02T09:00');
    expect(told(leavesAt('information', at('2026-03-02T09:00:00'), hours, { quiet: true, off: undefined }))).toBe('2026-03-02T17:00');
    expect(told(leavesAt('information', at('2026-03-06T17:30:00'), hours, { quiet: true, off: undefined }))).toBe('2026-03-09T09:00');
    expect(told(leavesAt('information', at('2026-03-07T08:00:00'), { zone, calendar: null }, { quiet: true, off: undefined }))).toBe('2026-03-07T09:00');
  });

  it('is held back by no calendar that ends too early', () => {
    const beyond = at('2031-03-02T22:00:00');
    expect(leavesAt('reminder', beyond, hours, { quiet: true, off: undefined })).toBe(beyond + GATHERING);
  });
});

describe('office hours', () => {
  it('are the calendar that knows holidays, else the only one, else none', () => {
    expect(officeHours({ night: calendar, working: calendar }, (name) => name === 'working')).toBe(calendar);
    expect(officeHours({ only: calendar }, () => false)).toBe(calendar);
    expect(officeHours({ a: calendar, b: calendar }, () => false)).toBeNull();
    expect(officeHours({}, () => true)).toBeNull();
  });
});
