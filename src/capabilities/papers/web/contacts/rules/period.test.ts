import { describe, expect, it } from 'vitest';
import { periodOf, spanOf } from './period.ts';

const ZONE = 'Asia/Shanghai';
// A Wednesday morning in Shanghai; in London it is still Tuesday.
const NOW = Date.parse('2026-03-04T06:30:00+08:00');

describe('the days of the register', () => {
  it('are the company’s: today, yesterday, this week from Monday, this month', () => {
    expect(periodOf('today', NOW, ZONE)).toEqual({ first: '2026-03-04', last: '2026-03-04' });
    expect(periodOf('yesterday', NOW, ZONE)).toEqual({ first: '2026-03-03', last: '2026-03-03' });
    expect(periodOf('thisWeek', NOW, ZONE)).toEqual({ first: '2026-03-02', last: '2026-03-04' });
    expect(periodOf('thisMonth', NOW, ZONE)).toEqual({ first: '2026-03-01', last: '2026-03-04' });
  });
  it('begin at 0:00 of the first and end at 24:00 of the last', () => {
    expect(spanOf({ first: '2026-02-28', last: '2026-03-01' }, ZONE)).toEqual({ from: '2026-02-28T00:00:00+08:00', to: '2026-03-02T00:00:00+08:00' });
  });
});
