import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shut, takePlace, type Pace } from './pace.ts';

const fresh: Pace = { sent: [], shutUntil: null };

describe('the pace of a receiver', () => {
  it('never lets more than its measure arrive in any minute, however long each is on its way', () => {
    fc.assert(fc.property(fc.array(fc.record({ step: fc.integer({ min: 0, max: 9000 }), alarm: fc.boolean(), way: fc.integer({ min: 0, max: 5000 }) }), { maxLength: 200 }), (asked) => {
      let pace = fresh;
      let now = 0;
      const arrived: number[] = [];
      for (const { step, alarm, way } of asked) {
        now += step;
        const taken = takePlace(pace, now, 18, alarm);
        if ('pace' in taken) { pace = taken.pace; arrived.push(now + way); }
      }
      for (const at of arrived) expect(arrived.filter((each) => each > at - 60_000 && each <= at).length).toBeLessThanOrEqual(18);
    }));
  });

  it('keeps the last places for alarms', () => {
    let pace = fresh;
    for (let count = 0; count < 15; count++) {
      const taken = takePlace(pace, count, 18, false);
      if ('pace' in taken) pace = taken.pace;
    }
    expect(takePlace(pace, 20, 18, false)).toEqual({ freeAt: 66_000 });
    expect(takePlace(pace, 20, 18, true)).toHaveProperty('pace');
  });

  it('lets nothing through while it is shut, and everything again afterwards', () => {
    const closed = shut(fresh, 600_000);
    expect(takePlace(closed, 599_999, 18, true)).toEqual({ freeAt: 600_000 });
    expect(takePlace(closed, 600_000, 18, true)).toHaveProperty('pace');
    expect(shut(closed, 60_000).shutUntil).toBe(600_000);
  });

  it('has the next place free exactly when the oldest that counts has left the window', () => {
    const pace: Pace = { sent: Array.from({ length: 18 }, (_, at) => at * 1000), shutUntil: null };
    expect(takePlace(pace, 20_000, 18, true)).toEqual({ freeAt: 66_000 });
    expect(takePlace(pace, 66_000, 18, true)).toHaveProperty('pace');
  });
});
