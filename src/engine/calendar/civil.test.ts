import { describe, expect, it } from 'vitest';
import { addMonths, civilDayFrom, civilDayOf, dateOf, endOfDay, lastDayOf, startOfDay, weekdayOf } from './civil.ts';
import { instantOfWall, offsetAt } from './zone-offsets.ts';

const day = (date: string): number => civilDayFrom(date) ?? Number.NaN;

describe('civil days', () => {
  it('end at 24:00, which is 00:00 of the next day and belongs to it', () => {
    expect(endOfDay(day('2026-03-02'), 'Asia/Shanghai')).toBe(Date.parse('2026-03-03T00:00:00+08:00'));
    expect(dateOf(civilDayOf(Date.parse('2026-03-03T00:00:00+08:00'), 'Asia/Shanghai'))).toBe('2026-03-03');
    expect(dateOf(civilDayOf(Date.parse('2026-03-03T00:00:00+08:00') - 1, 'Asia/Shanghai'))).toBe('2026-03-02');
  });

  it('are 23 or 25 hours long where the clocks change', () => {
    const hours = (date: string): number => (endOfDay(day(date), 'Europe/Berlin') - startOfDay(day(date), 'Europe/Berlin')) / 3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-10-26')]).toEqual([23, 25, 24]);
  });

  it('begin at 01:00 where the clocks skip midnight', () => {
    expect(startOfDay(day('2018-11-04'), 'America/Sao_Paulo')).toBe(Date.parse('2018-11-04T01:00:00-02:00'));
  });

  it('know their weekday, before 1970 too', () => {
    expect([weekdayOf(day('2026-03-02')), weekdayOf(day('2026-03-08')), weekdayOf(day('1969-12-31'))]).toEqual([1, 7, 3]);
  });

  it('count months by the calendar: the last day stands in for a day the month has not', () => {
    expect(dateOf(addMonths(day('2026-01-31'), 1))).toBe('2026-02-28');
    expect(dateOf(addMonths(day('2028-01-31'), 1))).toBe('2028-02-29');
    expect(dateOf(addMonths(day('2026-01-15'), -1))).toBe('2025-12-15');
    expect(dateOf(addMonths(day('2028-02-29'), 12))).toBe('2029-02-28');
  });

  it('belong to weeks that end on Sunday, to months, quarters and years', () => {
    const ends = (['day', 'week', 'month', 'quarter', 'year'] as const).map((period) => dateOf(lastDayOf(period, day('2026-02-10'))));
    expect(ends).toEqual(['2026-02-10', '2026-02-15', '2026-02-28', '2026-03-31', '2026-12-31']);
    expect(dateOf(lastDayOf('week', day('2026-02-15')))).toBe('2026-02-15');
    expect(dateOf(lastDayOf('quarter', day('2026-12-31')))).toBe('2026-12-31');
  });

  it('are not read from texts that are no dates', () => {
    expect(['2026-02-30', '2026-2-3', 'tomorrow', '2026-03-02T09:00:00+08:00'].map(civilDayFrom)).toEqual([null, null, null, null]);
  });
});

describe('a zone’s clock', () => {
  it('is right for old instants as for new ones', () => {
    expect(offsetAt(Date.parse('1988-07-01T00:00:00Z'), 'Asia/Shanghai') / 3_600_000).toBe(9);
    expect(offsetAt(Date.parse('2045-07-01T00:00:00Z'), 'Europe/Berlin') / 3_600_000).toBe(2);
  });

  it('reads a skipped time an hour later and a doubled time as the first', () => {
    expect(instantOfWall(Date.parse('2026-03-29T02:30:00Z'), 'Europe/Berlin')).toBe(Date.parse('2026-03-29T03:30:00+02:00'));
    expect(instantOfWall(Date.parse('2026-10-25T02:30:00Z'), 'Europe/Berlin')).toBe(Date.parse('2026-10-25T02:30:00+02:00'));
  });
});
