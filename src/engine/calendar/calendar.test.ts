import { describe, expect, it } from 'vitest';
import { addOpenTime, cnDayTable, compileCalendar, isOpen, nextOpening, nthWorkingDayClose, openTimeBetween } from './index.ts';
import { formatInstant } from '../instant.ts';
import type { CalendarRule, DayWindow } from '../policy.ts';
import type { CompiledCalendar, DayTable } from './index.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const DAYTIME = [{ from: 510, to: 720 }, { from: 780, to: 1050 }];

function calendarOf(days: readonly number[], windows: readonly DayWindow[], holidays: string | null = 'CN', table: DayTable = cnDayTable(), zone = ZONE): CompiledCalendar {
  const weekly = Object.fromEntries(days.map((day) => [day, windows]));
  const rule: CalendarRule = { name: 'working', weekly, holidays, source: { clause: [], ours: 'a test', line: 1 } };
  return compileCalendar(rule, zone, table, { from: 2025, to: 2027 });
}

const WEEKDAYS = [1, 2, 3, 4, 5];
const ALWAYS = [1, 2, 3, 4, 5, 6, 7];
const working = calendarOf(WEEKDAYS, DAYTIME);
const at = (local: string): number => Date.parse(`${local}:00+08:00`);
const local = (instant: number): string => formatInstant(instant, ZONE).slice(0, 16);

describe('working hours', () => {
  it('run in the calendar’s windows only: over lunch, the night and the weekend', () => {
    expect(local(addOpenTime(working, at('2026-03-06T11:00'), 2 * HOUR))).toBe('2026-03-06T14:00');
    expect(local(addOpenTime(working, at('2026-03-06T17:00'), 2 * HOUR))).toBe('2026-03-09T10:00');
  });

  it('begin at the next opening when the clock starts while it is closed', () => {
    expect(local(addOpenTime(working, at('2026-03-07T10:00'), HOUR))).toBe('2026-03-09T09:30');
  });

  it('end at closing when the limit ends exactly with a window, not at the next opening', () => {
    expect(local(addOpenTime(working, at('2026-03-06T08:30'), 8 * HOUR))).toBe('2026-03-06T17:30');
    expect(local(addOpenTime(working, at('2026-03-06T08:30'), 3.5 * HOUR))).toBe('2026-03-06T12:00');
  });

  it('count backwards as well, and then begin with a window rather than end with the one before', () => {
    expect(local(addOpenTime(working, at('2026-03-09T10:00'), -2 * HOUR))).toBe('2026-03-06T17:00');
    expect(local(addOpenTime(working, at('2026-03-06T14:00'), -1 * HOUR))).toBe('2026-03-06T13:00');
  });

  it('jump over the National Day weeks of 2025 and 2026', () => {
    expect(local(addOpenTime(working, at('2025-09-30T17:00'), HOUR))).toBe('2025-10-09T09:00');
    expect(local(addOpenTime(working, at('2026-09-30T17:00'), HOUR))).toBe('2026-10-08T09:00');
  });

  it('run on the make-up Saturday 2026-02-14, in the windows of an ordinary working day', () => {
    expect(isOpen(working, at('2026-02-14T09:00'))).toBe(true);
    expect(local(addOpenTime(working, at('2026-02-13T17:00'), HOUR))).toBe('2026-02-14T09:00');
  });

  it('know no holidays where the calendar names none', () => {
    const service = calendarOf(ALWAYS, [{ from: 480, to: 1200 }], null);
    expect(isOpen(service, at('2026-10-01T08:00'))).toBe(true);
    expect(isOpen(service, at('2026-10-01T20:00'))).toBe(false);
    expect(service.knownUntil).toBe(at('2028-01-01T00:00'));
  });
});

describe('working days', () => {
  it('end at closing of the N-th working day, the starting day not counted', () => {
    expect(local(nthWorkingDayClose(working, at('2026-03-02T09:00'), 3))).toBe('2026-03-05T17:30');
    expect(local(nthWorkingDayClose(working, at('2026-03-06T23:00'), 1))).toBe('2026-03-09T17:30');
    expect(local(nthWorkingDayClose(working, at('2026-03-07T01:00'), 1))).toBe('2026-03-09T17:30');
  });

  it('pass over the Spring Festival and count the make-up Saturday before it', () => {
    expect(local(nthWorkingDayClose(working, at('2026-02-13T10:00'), 1))).toBe('2026-02-14T17:30');
    expect(local(nthWorkingDayClose(working, at('2026-02-13T10:00'), 2))).toBe('2026-02-24T17:30');
  });

  it('are counted from 1', () => {
    expect(() => nthWorkingDayClose(working, at('2026-03-02T09:00'), 0)).toThrow(RangeError);
  });
});

describe('a night shift over midnight', () => {
  const night = calendarOf(WEEKDAYS, [{ from: 1320, to: 1800 }]);

  it('is open after midnight and on Saturday morning, and closed on Sunday night', () => {
    expect([at('2026-03-06T23:00'), at('2026-03-07T05:59'), at('2026-03-07T06:00'), at('2026-03-08T23:00')].map((each) => isOpen(night, each))).toEqual([true, true, false, false]);
  });

  it('belongs to the day it began: it closes the next morning, and begins on no holiday’s eve’s morrow', () => {
    expect(local(nthWorkingDayClose(night, at('2026-03-05T12:00'), 1))).toBe('2026-03-07T06:00');
    expect(isOpen(night, at('2026-10-01T03:00'))).toBe(true);
    expect(isOpen(night, at('2026-10-01T23:00'))).toBe(false);
  });

  it('reaches into the first compiled year from the day before', () => {
    expect(isOpen(calendarOf(ALWAYS, [{ from: 1320, to: 1800 }], null), at('2025-01-01T03:00'))).toBe(true);
  });
});

describe('windows that overlap', () => {
  it('count once on the same day', () => {
    const calendar = calendarOf([1], [{ from: 600, to: 720 }, { from: 540, to: 660 }]);
    expect(openTimeBetween(calendar, at('2026-03-02T00:00'), at('2026-03-03T00:00'))).toBe(3 * HOUR);
  });

  it('count once where a night shift runs into the next day’s hours, and both days stay working days', () => {
    const calendar = calendarOf([1, 2], [{ from: 480, to: 2000 }]);
    expect(openTimeBetween(calendar, at('2026-03-02T00:00'), at('2026-03-05T00:00'))).toBe((2000 - 480 + 1440) * 60_000);
    expect(local(nthWorkingDayClose(calendar, at('2026-03-01T12:00'), 2))).toBe('2026-03-04T09:20');
  });

  it('keep a day a working day even when the shift before covers all its hours', () => {
    const rule: CalendarRule = { name: 'odd', weekly: { 1: [{ from: 1200, to: 1920 }], 2: [{ from: 360, to: 420 }] }, holidays: null, source: { clause: [], ours: 'a test', line: 1 } };
    const calendar = compileCalendar(rule, ZONE, cnDayTable(), { from: 2026, to: 2026 });
    expect(openTimeBetween(calendar, at('2026-03-02T00:00'), at('2026-03-04T00:00'))).toBe(12 * HOUR);
    expect(local(nthWorkingDayClose(calendar, at('2026-03-02T12:00'), 1))).toBe('2026-03-03T08:00');
  });

  it('stay separate days where they only meet: a desk that is always open still has days', () => {
    const calendar = calendarOf(ALWAYS, [{ from: 0, to: 1440 }], null);
    expect(local(nthWorkingDayClose(calendar, at('2026-03-02T12:00'), 2))).toBe('2026-03-05T00:00');
    expect(isOpen(calendar, at('2026-03-03T00:00'))).toBe(true);
  });
});

describe('the next opening', () => {
  it('is this instant while the desk is open, else when it opens', () => {
    expect(local(nextOpening(working, at('2026-03-06T09:10')))).toBe('2026-03-06T09:10');
    expect(local(nextOpening(working, at('2026-03-06T12:00')))).toBe('2026-03-06T13:00');
    expect(local(nextOpening(working, at('2026-03-06T17:30')))).toBe('2026-03-09T08:30');
  });
});

describe('a changed holiday', () => {
  it('changes what is worked out afterwards, and nothing else', () => {
    const table = cnDayTable();
    const changed = calendarOf(WEEKDAYS, DAYTIME, 'CN', { ...table, days: { ...table.days, '2026-03-04': 'holiday' } });
    expect(local(nthWorkingDayClose(changed, at('2026-03-02T09:00'), 2))).toBe('2026-03-05T17:30');
    expect(local(nthWorkingDayClose(working, at('2026-03-02T09:00'), 2))).toBe('2026-03-04T17:30');
    expect(nthWorkingDayClose(changed, at('2026-03-09T09:00'), 2)).toBe(nthWorkingDayClose(working, at('2026-03-09T09:00'), 2));
  });
});

describe('where the clocks change', () => {
  it('a shift over the hour that is skipped or doubled has its real length', () => {
    const berlin = calendarOf([6], [{ from: 1320, to: 1800 }], null, cnDayTable(), 'Europe/Berlin');
    const open = (day: string): number => openTimeBetween(berlin, Date.parse(`${day}T12:00:00Z`), Date.parse(`${day}T12:00:00Z`) + 24 * HOUR) / HOUR;
    expect([open('2026-03-21'), open('2026-03-28'), open('2026-10-24')]).toEqual([8, 7, 9]);
  });
});

describe('outside the compiled years', () => {
  it('nothing is guessed: every question says which years are compiled', () => {
    const late = at('2029-01-01T09:00');
    expect(() => addOpenTime(working, late, HOUR)).toThrow(/2025-01-01 to 2027-12-31/);
    expect(() => addOpenTime(working, at('2027-12-31T17:00'), HOUR)).toThrow(/lies later/);
    expect(() => addOpenTime(working, at('2025-01-02T09:00'), -HOUR)).toThrow(/lies earlier/);
    expect(() => isOpen(working, late)).toThrow(RangeError);
    expect(() => nextOpening(working, at('2027-12-31T18:00'))).toThrow(RangeError);
    expect(() => openTimeBetween(working, at('2024-12-31T00:00'), at('2025-02-01T00:00'))).toThrow(/lies earlier/);
    expect(() => nthWorkingDayClose(working, at('2027-12-30T09:00'), 2)).toThrow(RangeError);
  });

  it('a calendar without any window says that it never opens', () => {
    expect(() => addOpenTime(calendarOf([], []), at('2026-03-02T09:00'), HOUR)).toThrow(/never opens/);
  });

  it('the last day for which holidays are known is told, so that later due times can carry an alarm', () => {
    expect(working.knownUntil).toBe(at('2027-01-01T00:00'));
    expect(() => calendarOf(WEEKDAYS, DAYTIME, 'CN', { days: {}, knownUntil: '2026' })).toThrow(/no date/);
  });
});
