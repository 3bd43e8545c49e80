import { fireDue } from '#engine';
import { withScope } from '#platform/db/index.ts';
import { announce } from '../announce.ts';
import type { MattersContext } from '../context.ts';
import { gatherMatter } from '../gather.ts';
import { write } from '../write.ts';
import { systemOf } from './pairs.ts';

const UNIQUE_VIOLATION = '23505';

/** Fires what is due on one matter in its tenant's transaction, if nobody else holds it. @param at - the clock's instant, when it is being stepped. */
export async function fireMatter(context: MattersContext, tenant: string, matter: string, at: number | null): Promise<number> {
  try {
    return await withScope(context.db, systemOf(tenant), async (scope) => {
      const gathered = await gatherMatter(scope, matter, context.clock.now(), at === null ? 'skip' : 'update');
      if (!gathered) return 0;
      const world = at === null ? gathered.world : { ...gathered.world, now: at };
      const { decision, fired } = fireDue(world, gathered.row.state);
      if (fired.length === 0) return 0;
      await write(scope, { decision, fired, before: gathered.row.state, policy: world.policy, head: gathered.row.head, recordedAt: gathered.around.recordedAt, now: world.now }, null, { last: true });
      announce(context, scope, world, decision.matter, decision.notices.length > 0);
      return fired.length;
    });
  } catch (error) {
    // Another process fired the same step between our reading and our writing: once is enough.
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) return 0;
    throw error;
  }
}
