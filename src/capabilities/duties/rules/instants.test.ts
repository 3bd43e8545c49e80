import { describe, expect, it } from 'vitest';
import { nextSundayNight, springFestivalNight } from './instants.ts';

const zone = 'Asia/Shanghai';
const at = (text: string): number => Date.parse(`${text}:00+08:00`);

describe('hours worth rehearsing', () => {
  it.each([['2026-03-02T08:40', '2026-03-08T02:00'], ['2026-03-08T01:59', '2026-03-08T02:00'], ['2026-03-08T02:00', '2026-03-15T02:00']])('the Sunday night after %s is %s', (now, then) => {
    expect(nextSundayNight(at(now), zone)).toBe(at(then));
  });
  it.each([['2026-03-02T08:40', '2027-02-07T03:00'], ['2026-01-01T00:00', '2026-02-18T03:00'], ['2025-01-30T00:00', '2025-01-30T03:00']])('the second day of the Spring Festival after %s is %s', (now, then) => {
    expect(springFestivalNight(at(now), zone)).toBe(at(then));
  });
  it('is not made up where no lunar year is known any more', () => {
    expect(springFestivalNight(at('2036-02-01T00:00'), zone)).toBeNull();
  });
});
