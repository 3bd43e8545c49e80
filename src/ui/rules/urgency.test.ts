import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareUsed, standsStillAt, urgencyOf, type Limit } from './urgency.ts';

const HOUR = 3_600_000;
const limit = (over: Partial<Limit> = {}): Limit => ({ state: 'open', startedAt: 0, dueAt: 10 * HOUR, standsStill: false, runsAgainAt: null, ...over });

describe('the urgency ladder', () => {
  it('climbs from ample over near to pressing as the limit is used up', () => {
    expect(urgencyOf(limit(), 4.9 * HOUR)).toBe('ample');
    expect(urgencyOf(limit(), 5 * HOUR)).toBe('near');
    expect(urgencyOf(limit(), 8 * HOUR)).toBe('pressing');
  });

  it('calls a limit reached exactly still in time, and overdue a millisecond later', () => {
    expect(urgencyOf(limit(), 10 * HOUR)).toBe('pressing');
    expect(urgencyOf(limit(), 10 * HOUR + 1)).toBe('overdue');
  });

  it('is pressing below ten minutes however long the limit was', () => {
    expect(urgencyOf(limit({ startedAt: 10 * HOUR - 12 * 60_000 }), 10 * HOUR - 9 * 60_000)).toBe('pressing');
  });

  it('stands still outside the working hours and runs again by itself', () => {
    const night = limit({ standsStill: true, runsAgainAt: 2 * HOUR });
    expect(urgencyOf(night, HOUR)).toBe('still');
    expect(urgencyOf(night, 2 * HOUR)).toBe('ample');
  });

  it('stands still while paused, whatever the time', () => {
    expect(urgencyOf(limit({ state: 'paused', dueAt: null }), 99 * HOUR)).toBe('still');
  });

  it('has no step for a limit without a date', () => {
    expect(urgencyOf(limit({ dueAt: null }), HOUR)).toBe('undated');
  });

  it('never goes back while time passes', () => {
    const order = ['ample', 'near', 'pressing', 'overdue'];
    fc.assert(fc.property(fc.nat(20 * HOUR), fc.nat(HOUR), (now, later) => {
      expect(order.indexOf(urgencyOf(limit(), now + later))).toBeGreaterThanOrEqual(order.indexOf(urgencyOf(limit(), now)));
    }));
  });

  it('keeps the used share between nothing and all', () => {
    fc.assert(fc.property(fc.integer(), fc.integer(), fc.integer(), (from, to, now) => {
      const share = shareUsed(from, to, now);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }));
  });

  it('stands still without end when the server names no time to run again', () => {
    expect(standsStillAt({ standsStill: true, runsAgainAt: null }, Number.MAX_SAFE_INTEGER)).toBe(true);
  });
});
