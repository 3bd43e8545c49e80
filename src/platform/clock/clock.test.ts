import { describe, expect, it } from 'vitest';
import { manualClock, systemClock } from './index.ts';

describe('the clocks', () => {
  it('stands still until it is moved', () => {
    const clock = manualClock('2026-03-02T09:00:00+08:00');
    expect(clock.now()).toBe(Date.UTC(2026, 2, 2, 1));
    clock.advance(600_000);
    expect(clock.now()).toBe(Date.UTC(2026, 2, 2, 1, 10));
    clock.set(5);
    expect(clock.now()).toBe(5);
  });

  it('refuses a start that is no instant', () => {
    expect(() => manualClock('tomorrow')).toThrow(RangeError);
  });

  it('tells whole milliseconds when it is the machine', () => {
    expect(Number.isInteger(systemClock.now())).toBe(true);
  });
});
