import { describe, expect, it } from 'vitest';
import { periodEnd, periodStart } from './periods.ts';

const zone = 'Asia/Shanghai';
const at = Date.parse('2026-05-20T15:00:00+08:00');
const instant = (text: string): number => Date.parse(`${text}T00:00:00+08:00`);

describe('periods', () => {
  it.each([['day', '2026-05-20', '2026-05-21'], ['week', '2026-05-18', '2026-05-25'], ['month', '2026-05-01', '2026-06-01'], ['quarter', '2026-04-01', '2026-07-01'], ['year', '2026-01-01', '2027-01-01']] as const)(
    'a %s runs from its first midnight to the next', (period, start, end) => {
      expect(periodStart(period, at, zone)).toBe(instant(start));
      expect(periodEnd(period, at, zone)).toBe(instant(end));
    });

  it('belong to the company’s zone: late evening in UTC is already the next day there', () => {
    expect(periodStart('month', Date.parse('2026-04-30T17:00:00Z'), zone)).toBe(instant('2026-05-01'));
  });
});
