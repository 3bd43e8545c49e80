import type { Policy } from '#engine';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { periodEnd } from '../rules/periods.ts';

const PLAN = 'insert into recurrence (tenant_id, policy, kind, next_at) values ($1, $2, $3, $4) on conflict (tenant_id, policy, kind) do update set next_at = excluded.next_at';
const DROP = 'delete from recurrence where tenant_id = $1 and policy = $2 and kind <> all($3)';

/** Plans when the calendar opens the periodic kinds of a policy next: at the end of the period in which `at` lies. Kinds no longer periodic are dropped. */
export async function planRecurrences<A extends TenantActor>(scope: Scope<A>, policy: Policy, at: number): Promise<void> {
  const periodic = Object.values(policy.kinds).flatMap((kind) => (kind.every ? [{ id: kind.id, every: kind.every }] : []));
  await scope.run({ text: DROP, values: [scope.tenant, policy.id, periodic.map((kind) => kind.id)] });
  for (const { id, every } of periodic) await scope.run({ text: PLAN, values: [scope.tenant, policy.id, id, new Date(periodEnd(every, at, policy.zone))] });
}
