import { describe, expect, it } from 'vitest';
import { nowFrom } from './clock.ts';

describe('the clock of the server', () => {
  it('runs on with the local counter', () => {
    expect(nowFrom({ now: 1_000_000, running: true, readAt: 500 }, 2_500)).toBe(1_002_000);
  });
  it('stands where it was read while frozen', () => {
    expect(nowFrom({ now: 1_000_000, running: false, readAt: 500 }, 90_000)).toBe(1_000_000);
  });
  it('never runs backwards', () => {
    expect(nowFrom({ now: 1_000_000, running: true, readAt: 500 }, 100)).toBe(1_000_000);
  });
});
