import { decideChildActed, withChild, type MatterState, type SideEffect } from '#engine';
import { uuidv7, type Scope, type TenantActor } from '#platform/db/index.ts';
import type { RunnablePolicy } from '#capabilities/policies/index.ts';
import { below, decideOpening, type Born } from '../rules/born.ts';
import { numbering } from '../rules/numbering.ts';
import { periodStart } from '#capabilities/policies/index.ts';
import { announce } from './announce.ts';
import type { MattersContext } from './context.ts';
import { gatherMatter, worldOf, type GatheredMatter, type Surroundings } from './gather.ts';
import { write } from './write.ts';

const COUNTER = 'insert into tenant_counter as c (tenant_id, name, last) values ($1, $2, 1) on conflict (tenant_id, name) do update set last = c.last + 1 returning last';
const SINCE = 'select 1 from matter where tenant_id = $1 and kind = $2 and received_at >= $3 limit 1';

export interface Opening extends Born { readonly customer: { readonly id: string; readonly name: string } | null }

/** Opens a matter by the system itself: because another matter asked for it, or because the calendar did. */
export async function openMatter<A extends TenantActor>(context: MattersContext, scope: Scope<A>, around: Surroundings, runnable: RunnablePolicy, opening: Opening): Promise<MatterState> {
  const world = worldOf(runnable, around);
  const kind = world.policy.kinds[opening.kind];
  if (!kind) throw new Error(`no kind ${opening.kind} in ${runnable.policy.id}`);
  const numbers = numbering(kind.number, opening.kind, around.now, world.policy.zone);
  const last = (await scope.run<{ last: number }>({ name: 'matter-counter', text: COUNTER, values: [scope.tenant, numbers.counter] })).rows[0]?.last ?? 1;
  const decision = decideOpening(world, opening, uuidv7(), numbers.render(last));
  if (decision.refused) throw new Error(`the policy cannot open ${opening.kind}: ${decision.wrong.map((each) => each.message.en).join('; ')}`);
  await write(scope, { decision, before: null, policy: runnable.policy, head: null, recordedAt: around.recordedAt, now: around.now }, {
    channel: 'internal', subject: opening.subject, content: opening.subject,
    customerId: opening.customer?.id ?? null, customerName: opening.customer?.name ?? '', parentId: opening.parent?.id ?? null, receivedAt: around.now,
  });
  announce(context, scope, { policy: runnable.policy, directory: around.company.directory }, decision.matter, decision.notices.length > 0);
  return decision.matter;
}

/** What a matter opened below another takes from it. */
export interface Above { readonly runnable: RunnablePolicy; readonly around: Surroundings; readonly customer: Opening['customer'] }

export function aboveOf({ runnable, around, row }: GatheredMatter): Above {
  return { runnable, around, customer: row.customer_id ? { id: row.customer_id, name: row.customer_name ?? '' } : null };
}

/** Opens what a decision asked to be opened below its matter. `once` keeps it to one in a period. */
export async function openBelow<A extends TenantActor>(context: MattersContext, scope: Scope<A>, above: Above, after: MatterState, effects: readonly SideEffect[]): Promise<void> {
  for (const effect of effects) {
    if (effect.do !== 'open') continue;
    const { runnable, around } = above;
    if (await openedAlready(scope, runnable, around.now, effect)) continue;
    await openMatter(context, scope, around, runnable, { ...below(runnable.policy, after, effect.kind), customer: above.customer });
  }
}

/** Whether what opens once in a period has been opened in this one. */
export async function openedAlready<A extends TenantActor>(scope: Scope<A>, runnable: RunnablePolicy, now: number, { kind, once }: Extract<SideEffect, { do: 'open' }>): Promise<boolean> {
  if (!once) return false;
  const since = new Date(periodStart(once, now, runnable.policy.zone));
  return (await scope.run({ name: 'matter-once', text: SINCE, values: [scope.tenant, kind, since] })).count > 0;
}

/** Lets the matter above react to what was done below it: its duties may be met by it, its reactions may follow. */
export async function tellParent<A extends TenantActor>(context: MattersContext, scope: Scope<A>, child: MatterState, from: number, systemNow: number): Promise<void> {
  if (!child.parent) return;
  const above = await gatherMatter(scope, child.parent.id, systemNow, 'update');
  if (!above) return;
  const done = child.acts.filter((entry) => entry.seq > from).map((entry) => ({ name: `${child.kind}.${entry.act}`, entry }));
  if (done.length === 0 || !concerns(above, done.map((each) => each.name))) return;
  const decision = decideChildActed(above.world, withChild(above.row.state, child), done);
  if (decision.refused || decision.events.length === 0) return;
  await write(scope, {
    decision, before: above.row.state, policy: above.world.policy, head: above.row.head,
    recordedAt: above.around.recordedAt, now: above.around.now,
  }, null);
  announce(context, scope, above.world, decision.matter, decision.notices.length > 0);
  await openBelow(context, scope, aboveOf(above), decision.matter, decision.effects);
}

function concerns({ world, row }: GatheredMatter, names: readonly string[]): boolean {
  const duties = Object.values(world.policy.duties).some((duty) => duty.of === row.kind && (duty.after.some((name) => names.includes(name)) || duty.rows.some((each) => names.includes(each.do))));
  return duties || Object.values(world.policy.reactions).some((reaction) => reaction.of === row.kind && reaction.after.some((name) => names.includes(name)));
}
