import { describe, expect, it } from 'vitest';
import { arithmeticDays, foldedDays } from './arithmetic.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const step = (from: string, to: string, is: 'counted' | 'paused' | 'closed' = 'counted') => ({
  from: `2026-03-${from}:00+08:00`, to: `2026-03-${to}:00+08:00`, is, counted: is === 'counted' ? Date.parse(`2026-03-${to}:00+08:00`) - Date.parse(`2026-03-${from}:00+08:00`) : 0,
});

describe('the arithmetic of a limit, drawn by days', () => {
  const steps = [
    step('02T09:00', '02T12:00'), step('02T12:00', '02T13:00', 'closed'), step('02T13:00', '02T17:00'),
    step('02T17:00', '03T09:00', 'closed'), step('03T09:00', '03T10:00', 'paused'), step('03T10:00', '03T12:00'),
  ];

  it('has a strip for each day, and adds up what counted on it', () => {
    expect(arithmeticDays(steps, ZONE).map((day) => day.counted / HOUR)).toEqual([7, 2]);
  });
  it('draws all days on one scale, from the earliest to the latest time of day', () => {
    const [first, second] = arithmeticDays(steps, ZONE);
    expect(first?.pieces).toEqual([{ from: 0, to: 3 / 8, is: 'counted' }, { from: 4 / 8, to: 1, is: 'counted' }]);
    expect(second?.pieces[0]).toEqual({ from: 0, to: 1 / 8, is: 'paused' });
  });
  it('cuts a stretch at midnight and shares out what it counted', () => {
    const days = arithmeticDays([step('02T22:00', '03T01:00')], ZONE);
    expect(days.map((day) => day.counted / HOUR)).toEqual([2, 1]);
  });
  it('leaves nothing over when nothing counted', () => {
    expect(arithmeticDays([step('02T17:00', '03T09:00', 'closed')], ZONE)).toEqual([]);
    expect(arithmeticDays([], ZONE)).toEqual([]);
  });
  it('folds the days in the middle, and loses no hour by it', () => {
    const days = arithmeticDays([step('02T00:00', '30T00:00')], ZONE);
    const { head, folded, tail } = foldedDays(days, 9);
    expect(head.length + (folded?.days ?? 0) + tail.length).toBe(28);
    expect(folded?.counted).toBe(20 * 24 * HOUR);
  });
});
