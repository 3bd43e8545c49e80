import { describe, expect, it } from 'vitest';
import { secondsOff } from './clock.ts';

describe('the clock of the computer in front of somebody', () => {
  it('is called off by what it is off, ahead or behind', () => {
    expect(secondsOff(1_600_000, 1_000_000, 1_600_100)).toBe(600);
    expect(secondsOff(400_000, 1_000_000, 400_100)).toBe(-600);
  });
  it('is not blamed for a slow answer', () => {
    expect(secondsOff(1_000_000, 1_020_000, 1_040_000)).toBe(0);
    expect(secondsOff(1_000_000, 1_000_000, 1_040_000)).toBe(0);
  });
});
