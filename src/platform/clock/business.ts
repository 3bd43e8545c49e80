/** The clock a policy counts by, as the tenant's row keeps it. Real companies follow the system; a demonstration has a clock of its own. */
export interface TenantClock {
  readonly clock_virtual: boolean;
  /** Virtual instant at which the clock was last set (epoch milliseconds). */
  readonly clock_at: number | null;
  /** System instant at which it was set. */
  readonly clock_set_at: number | null;
  readonly clock_running: boolean;
}

/** The present of a policy, in whole milliseconds. @param systemNow - what the machine's clock says. */
export function businessNow(clock: TenantClock, systemNow: number): number {
  if (!clock.clock_virtual || clock.clock_at === null) return systemNow;
  return clock.clock_running && clock.clock_set_at !== null ? clock.clock_at + Math.max(0, systemNow - clock.clock_set_at) : clock.clock_at;
}

/** When, by the machine's clock, a business instant will be reached; null = never, while the clock stands still. */
export function systemInstantOf(clock: TenantClock, business: number): number | null {
  if (!clock.clock_virtual || clock.clock_at === null || clock.clock_set_at === null) return business;
  return clock.clock_running ? clock.clock_set_at + (business - clock.clock_at) : null;
}
