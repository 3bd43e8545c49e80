import { businessNow, type TenantClock } from '#platform/clock/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';

const CLOCK = 'select clock_virtual, clock_at, clock_set_at, clock_running, zone from tenant where id = $1';

/** The company's present and its zone: rosters and leave follow the clock by which its policy counts. */
export async function presentOf<A extends TenantActor>(scope: Scope<A>, systemNow: number): Promise<{ readonly now: number; readonly zone: string }> {
  const row = (await scope.run<TenantClock & { readonly zone: string }>({ name: 'company-present', text: CLOCK, values: [scope.tenant] })).rows[0];
  if (!row) throw new Error(`no tenant ${scope.tenant}`);
  return { now: businessNow(row, systemNow), zone: row.zone };
}
