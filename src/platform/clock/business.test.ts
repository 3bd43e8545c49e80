import { describe, expect, it } from 'vitest';
import { businessNow, systemInstantOf, type TenantClock } from './business.ts';

const real: TenantClock = { clock_virtual: false, clock_at: null, clock_set_at: null, clock_running: true };
const running: TenantClock = { clock_virtual: true, clock_at: 1_000, clock_set_at: 50_000, clock_running: true };

describe('the business clock', () => {
  it('of a real company is the machine’s clock', () => {
    expect(businessNow(real, 123)).toBe(123);
    expect(systemInstantOf(real, 123)).toBe(123);
  });

  it('of a demonstration goes on from where it was set', () => {
    expect(businessNow(running, 50_500)).toBe(1_500);
    expect(systemInstantOf(running, 1_500)).toBe(50_500);
  });

  it('stands still when it is frozen, so that nothing falls due by waiting', () => {
    expect(businessNow({ ...running, clock_running: false }, 90_000)).toBe(1_000);
    expect(systemInstantOf({ ...running, clock_running: false }, 1_500)).toBeNull();
  });

  it('never goes back when the machine’s clock does', () => {
    expect(businessNow(running, 10)).toBe(1_000);
  });
});
