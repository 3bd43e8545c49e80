import { getDayDetail } from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { cnDayTable } from './cn-days.ts';
import { civilDayFrom, dateOf } from './civil.ts';

/** A day the package knows by name is listed as “National Day,国庆节,3”; any other only has its weekday's name. */
function saidByPackage(date: string): 'holiday' | 'workday' | undefined {
  const { name, work } = getDayDetail(date);
  return name.includes(',') ? (work ? 'workday' : 'holiday') : undefined;
}

function datesBetween(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let day = civilDayFrom(first) ?? Infinity; day <= (civilDayFrom(last) ?? 0); day++) dates.push(dateOf(day));
  return dates;
}

describe('the table of China’s holidays and make-up days', () => {
  const table = cnDayTable();

  it('says of every day from 2004 to 2026 what the package says', () => {
    const dates = datesBetween('2004-01-01', '2026-12-31');
    expect(dates).toHaveLength(8401);
    expect(dates.filter((date) => table.days[date] !== saidByPackage(date))).toEqual([]);
  });

  it('ends where the package ends; when this fails, the package names days of a year that is missing here', () => {
    expect(table.knownUntil).toBe('2026-12-31');
    expect(datesBetween('2027-01-01', '2027-12-31').filter((date) => saidByPackage(date) !== undefined)).toEqual([]);
  });

  it('knows the National Day weeks of 2025 (eight days) and 2026 (seven days) and the make-up Saturday 2026-02-14', () => {
    const off = Object.keys(table.days).filter((date) => table.days[date] === 'holiday' && /^202[56]-10/.test(date));
    expect(off.filter((date) => date.startsWith('2025'))).toHaveLength(8);
    expect(off.filter((date) => date.startsWith('2026'))).toHaveLength(7);
    expect(table.days['2026-02-14']).toBe('workday');
    expect(table.days['2026-02-13']).toBeUndefined();
  });
});
