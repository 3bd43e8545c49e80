import { rederiveMatter } from '#engine';
import { withReadScope, withScope } from '#platform/db/index.ts';
import { announce } from './announce.ts';
import type { MattersContext } from './context.ts';
import { systemOf } from './due/pairs.ts';
import { gatherMatter } from './gather.ts';
import { write } from './write.ts';

const OPEN = "select distinct o.matter_id as id from obligation o where o.tenant_id = $1 and o.status in ('open', 'paused') order by 1";

/** Where work lies with somebody by name, overdue work too. */
const NAMED = "select distinct d.matter_id as id from desk_row d where d.tenant_id = $1 and d.bearer = 'p:' || $2 order by 1";

/**
 * Derives anew what is still open in a company, after something outside its matters has changed: a holiday in the calendar, or what somebody holds. Each
 * matter in a transaction of its own, under its lock; what is met, breached or waived stays. Doing it twice changes nothing more.
 * @param because - kept in the event of each matter in which something changed. @param person - only what lies with him by name
 * @returns in how many matters something changed.
 */
export async function rederiveOpen(context: MattersContext, tenant: string, because: Readonly<Record<string, unknown>>, person: string | null = null): Promise<number> {
  const open = await withReadScope(context.db, systemOf(tenant), async (scope) => (await scope.run<{ id: string }>(person === null ? { text: OPEN, values: [scope.tenant] } : { text: NAMED, values: [scope.tenant, person] })).rows);
  let changed = 0;
  for (const { id } of open) changed += (await rederiveOne(context, tenant, id, because)) ? 1 : 0;
  return changed;
}

function rederiveOne(context: MattersContext, tenant: string, id: string, because: Readonly<Record<string, unknown>>): Promise<boolean> {
  return withScope(context.db, systemOf(tenant), async (scope) => {
    const gathered = await gatherMatter(scope, id, context.clock.now(), 'update');
    const decision = gathered && rederiveMatter(gathered.world, gathered.row.state, because);
    if (!gathered || !decision) return false;
    await write(scope, { decision, before: gathered.row.state, policy: gathered.world.policy, head: gathered.row.head, recordedAt: gathered.around.recordedAt, now: gathered.around.now }, null);
    announce(context, scope, gathered.world, decision.matter, decision.notices.length > 0);
    return true;
  });
}
