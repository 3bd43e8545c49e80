import { describe, expect, it } from 'vitest';
import { laneOf, rangeOf, timesOf } from './views.ts';

const HOUR = 3_600_000;
const times = timesOf(10 * HOUR, 24 * HOUR, 72 * HOUR);

describe('the tabs of the desk', () => {
  it('part all that has a due time without gap or overlap', () => {
    const within = (at: number): string[] => (['now', 'today', 'later'] as const).filter((view) => {
      const { from, to } = rangeOf(view, times);
      return (from === null || at >= from) && (to === null || at <= to);
    });
    for (const at of [0, 10 * HOUR, 11 * HOUR - 1, 11 * HOUR, 24 * HOUR, 24 * HOUR + 1, 900 * HOUR]) expect(within(at), String(at)).toHaveLength(1);
  });

  it('call “now” what is overdue or due within the hour, but never what is due tomorrow', () => {
    expect(rangeOf('now', times).to).toBe(11 * HOUR - 1);
    expect(timesOf(23.5 * HOUR, 24 * HOUR, 72 * HOUR).soon).toBe(24 * HOUR);
  });

  it('keep decisions, periodic work and what others owe apart from one’s own work', () => {
    expect((['mine', 'now', 'today', 'later', 'waiting', 'approvals', 'periodic'] as const).map(laneOf)).toEqual(['do', 'do', 'do', 'do', 'wait', 'approve', 'periodic']);
  });
});
