import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteLimit, waitAfter } from './retry.ts';

describe('trying again', () => {
  it('waits 1, 5, 30 minutes and 2 hours, then gives up', () => {
    expect([1, 2, 3, 4, 5].map(waitAfter)).toEqual([60_000, 300_000, 1_800_000, 7_200_000, null]);
  });
});

describe('the limit of a minute', () => {
  it('tells when the next place becomes free', () => {
    const limit = minuteLimit(2);
    expect([limit.take(0), limit.take(10_000), limit.take(20_000), limit.take(60_000)]).toEqual([null, null, 60_000, null]);
  });

  it('never lets more through in any sixty seconds', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 60 }), (most, steps) => {
      const limit = minuteLimit(most);
      const passed: number[] = [];
      steps.reduce((now, step) => { if (limit.take(now + step) === null) passed.push(now + step); return now + step; }, 0);
      for (const at of passed) expect(passed.filter((each) => each > at - 60_000 && each <= at).length).toBeLessThanOrEqual(most);
    }));
  });
});
