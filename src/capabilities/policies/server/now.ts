import { companyOf, type Company } from '#capabilities/organisation/index.ts';
import { businessNow, type TenantClock } from '#platform/clock/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { policiesOf, type TenantPolicies } from './in-force.ts';

const TENANT = "select clock_virtual, clock_at, clock_set_at, clock_running, directory_version || '/' || xmin as directory_version from tenant where id = $1";

interface TenantRow extends TenantClock { readonly directory_version: string }

/** The company just now: its policies by its own clock, and who is who. @param systemNow - what the machine's clock says. */
export async function companyNow<A extends TenantActor>(scope: Scope<A>, systemNow: number): Promise<{ readonly policies: TenantPolicies; readonly company: Company; readonly now: number }> {
  const tenant = (await scope.run<TenantRow>({ name: 'policies-tenant', text: TENANT, values: [scope.tenant] })).rows[0];
  if (!tenant) throw new Error(`no tenant ${scope.tenant}`);
  const company = await companyOf(scope, tenant.directory_version);
  const now = businessNow(tenant, systemNow);
  return { company, now, policies: await policiesOf(scope, tenant.directory_version, now) };
}
