import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursOf, median, percentile } from './statistics.ts';

describe('figures of a replay', () => {
  it('takes the mean of the two in the middle', () => {
    expect([median([]), median([3]), median([1, 4]), median([1, 2, 9])]).toEqual([null, 3, 2.5, 2]);
  });

  it('takes the nearest rank, never a value that nobody had', () => {
    expect(percentile([], 90)).toBeNull();
    expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90)).toBe(9);
    expect(percentile([5], 90)).toBe(5);
  });

  it('never lets more than a tenth lie above the ninetieth percentile', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }), (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      const p90 = percentile(sorted, 90) ?? -1;
      expect(sorted.filter((each) => each > p90).length * 10).toBeLessThanOrEqual(sorted.length);
    }));
  });

  it('gives hours to a hundredth', () => {
    expect(hoursOf(90 * 60_000)).toBe(1.5);
    expect(hoursOf(1_000_000)).toBe(0.28);
  });
});
