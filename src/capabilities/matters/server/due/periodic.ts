import { periodEnd } from '#capabilities/policies/index.ts';
import { withScope, type Scope } from '#platform/db/index.ts';
import type { MattersContext } from '../context.ts';
import { gatherTenant } from '../gather.ts';
import { openMatter } from '../opening.ts';
import { systemOf, type SystemActor } from './pairs.ts';

interface Recurring { readonly policy: string; readonly kind: string; readonly next_at: number }
const TAKE = 'select policy, kind, next_at from recurrence where tenant_id = $1 and next_at <= $2 order by next_at for update skip locked';
const END = 'delete from recurrence where tenant_id = $1 and policy = $2 and kind = $3';
const MOVE = 'update recurrence set next_at = $4 where tenant_id = $1 and policy = $2 and kind = $3';

/** Opens what the calendar opens (a weekly report, a monthly appraisal for each person), and plans the next. */
export async function openPeriodic(context: MattersContext, tenant: string, at: number | null): Promise<number> {
  return withScope(context.db, systemOf(tenant), async (scope) => {
    const gathered = await gatherTenant(scope, context.clock.now());
    const around = at === null ? gathered : { ...gathered, now: at };
    const { rows } = await scope.run<Recurring>({ name: 'recurrence-take', text: TAKE, values: [tenant, new Date(around.now)] });
    for (const each of rows) await openOne(context, scope, around, each);
    return rows.length;
  });
}

async function openOne(context: MattersContext, scope: Scope<SystemActor>, around: Awaited<ReturnType<typeof gatherTenant>>, recurring: Recurring): Promise<void> {
  const runnable = around.policies.inForce.find(({ policy }) => policy.id === recurring.policy);
  const kind = runnable?.policy.kinds[recurring.kind];
  if (!runnable || !kind?.every) {
    await scope.run({ name: 'recurrence-end', text: END, values: [scope.tenant, recurring.policy, recurring.kind] });
    return;
  }
  const next = periodEnd(kind.every, Math.max(recurring.next_at, around.now), runnable.policy.zone);
  await scope.run({ name: 'recurrence-move', text: MOVE, values: [scope.tenant, recurring.policy, recurring.kind, new Date(next)] });
  // Another policy has taken the kind over and opens it; this one goes on once that is withdrawn.
  if (around.policies.forKind(kind.id)?.policy.id !== recurring.policy) return;
  const holders = around.company.directory.people.filter((person) => person.positions.some((held) => runnable.policy.positions[held.position])).map((person) => person.person);
  for (const about of kind.about === 'person' ? holders : [null]) {
    await openMatter(context, scope, around, runnable, { kind: kind.id, parent: null, about, subject: kind.title, customer: null });
  }
}
