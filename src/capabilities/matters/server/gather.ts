import { formatInstant, type MatterState, type World } from '#engine';
import { companyOf, type Company } from '#capabilities/organisation/index.ts';
import { policiesOf, type RunnablePolicy, type TenantPolicies } from '#capabilities/policies/index.ts';
import { businessNow, type TenantClock } from '#platform/clock/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';

const TENANT = 'select clock_virtual, clock_at, clock_set_at, clock_running, directory_version || \'/\' || xmin as directory_version from tenant where id = $1';
const OF_TENANT = `select m.id, m.kind, m.policy, m.policy_version, m.number, m.unit_code, m.channel, m.subject, m.content, m.customer_id, m.stage, m.state, m.version, m.seq, m.head, m.received_at,
    m.parent_id, t.clock_virtual, t.clock_at, t.clock_set_at, t.clock_running, t.directory_version || '/' || t.xmin as directory_version, c.name as customer_name, c.phone as customer_phone, c.address as customer_address
  from matter m join tenant t on t.id = m.tenant_id left join customer c on c.tenant_id = m.tenant_id and c.id = m.customer_id
  where m.tenant_id = $1`;
const MATTER = `${OF_TENANT} and m.id = $2`;
const MATTERS = `${OF_TENANT} and m.id = any($2::uuid[])`;

export interface TenantRow extends TenantClock {
  /** Changes with every change of people, policies or calendar; the row's transaction is in it, so that a change rolled back is never mistaken for a later one. */
  readonly directory_version: string;
}

/** A matter as its row keeps it. */
export interface MatterRow extends TenantRow {
  readonly id: string; readonly kind: string; readonly policy: string; readonly policy_version: string; readonly number: string; readonly unit_code: string | null; readonly channel: string;
  readonly subject: string; readonly content: string; readonly customer_id: string | null; readonly stage: string; readonly state: MatterState; readonly version: number; readonly seq: number;
  readonly head: Uint8Array; readonly received_at: number; readonly parent_id: string | null;
  readonly customer_name: string | null; readonly customer_phone: string | null; readonly customer_address: string | null;
}

/** What every decision needs beside the matter: who is who, which policy, what time it is. */
export interface Surroundings {
  readonly company: Company;
  readonly policies: TenantPolicies;
  /** The policy's clock. */
  readonly now: number;
  /** The machine's clock. */
  readonly recordedAt: number;
  readonly tenant: TenantRow;
}

export interface GatheredMatter { readonly row: MatterRow; readonly runnable: RunnablePolicy; readonly world: World; readonly around: Surroundings }

/** The tenant's clock and company, for what has no matter yet. */
export async function gatherTenant<A extends TenantActor>(scope: Scope<A>, systemNow: number): Promise<Surroundings> {
  const tenant = (await scope.run<TenantRow>({ name: 'gather-tenant', text: TENANT, values: [scope.tenant] })).rows[0];
  if (!tenant) throw new Error(`no tenant ${scope.tenant}`);
  return surroundings(scope, tenant, systemNow);
}

/**
 * One matter with all that a decision on it may depend on.
 * @param lock - `update` waits for whoever acts on it now; `skip` passes it over (the due loop); null only reads.
 * @returns null when there is none in this tenant (or, with `skip`, none that is free).
 */
export async function gatherMatter<A extends TenantActor>(scope: Scope<A>, id: string, systemNow: number, lock: 'update' | 'skip' | null): Promise<GatheredMatter | null> {
  const text = MATTER + (lock === 'update' ? ' for update of m' : lock === 'skip' ? ' for update of m skip locked' : '');
  const row = (await scope.run<MatterRow>({ name: `gather-matter-${lock ?? 'read'}`, text, values: [scope.tenant, id] })).rows[0];
  if (!row) return null;
  const around = await surroundings(scope, row, systemNow);
  const runnable = around.policies.version(row.policy_version);
  return { row, runnable, around, world: worldOf(runnable, around) };
}

/** Matters that are free, locked in the order of their ids; those that somebody holds are passed over. */
export async function gatherFree<A extends TenantActor>(scope: Scope<A>, ids: readonly string[], systemNow: number): Promise<readonly GatheredMatter[]> {
  const { rows } = await scope.run<MatterRow>({ name: 'gather-free', text: `${MATTERS} order by m.id for update of m skip locked`, values: [scope.tenant, ids] });
  const [first] = rows;
  if (!first) return [];
  const around = await surroundings(scope, first, systemNow);
  return rows.map((row) => {
    const runnable = around.policies.version(row.policy_version);
    return { row, runnable, around, world: worldOf(runnable, around) };
  });
}

export function worldOf(runnable: RunnablePolicy, around: Surroundings): World {
  return { policy: runnable.policy, calendars: runnable.calendars, directory: around.company.directory, now: around.now };
}

async function surroundings<A extends TenantActor>(scope: Scope<A>, tenant: TenantRow, systemNow: number): Promise<Surroundings> {
  const now = businessNow(tenant, systemNow);
  const company = await companyOf(scope, tenant.directory_version);
  const policies = await policiesOf(scope, tenant.directory_version, now);
  return { company, policies, now, recordedAt: systemNow, tenant };
}

/** The time of an act as somebody gave it, else the present of the policy. */
export function occurredAtOf(given: string | undefined, around: Surroundings): number {
  return given === undefined ? around.now : Date.parse(given);
}

export const iso = (at: number, world: Pick<World, 'policy'>): string => formatInstant(at, world.policy.zone);
export const isoOrNull = (at: number | null, world: Pick<World, 'policy'>): string | null => (at === null ? null : iso(at, world));
