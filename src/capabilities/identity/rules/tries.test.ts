import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressGroup, PER_ACCOUNT, waitFor } from './tries.ts';

const now = 1_000_000_000;
const minutes = (count: number) => count * 60_000;

describe('tries in vain', () => {
  it('are allowed ten times in a quarter of an hour', () => {
    const nine = Array.from({ length: 9 }, (_, at) => now - minutes(at));
    expect(waitFor(nine, now, PER_ACCOUNT)).toBe(0);
    expect(waitFor([...nine, now - minutes(14)], now, PER_ACCOUNT)).toBe(minutes(1));
  });

  it('are forgotten after their time', () => {
    expect(waitFor(Array.from({ length: 50 }, () => now - minutes(15)), now, PER_ACCOUNT)).toBe(0);
  });

  it('never make anybody wait longer than the period, and after the wait one more try is open', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: minutes(30) }), { maxLength: 40 }), (ages) => {
        const failures = ages.map((age) => now - age).toSorted((left, right) => right - left);
        const wait = waitFor(failures, now, PER_ACCOUNT);
        expect(wait).toBeLessThanOrEqual(PER_ACCOUNT.milliseconds);
        expect(waitFor(failures, now + wait, PER_ACCOUNT)).toBe(0);
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});
