import { fireDue, type Instant } from '#engine';
import { withScope, type Scope } from '#platform/db/index.ts';
import { stepThrough } from '../../rules/due-steps.ts';
import { announce } from '../announce.ts';
import type { MattersContext } from '../context.ts';
import { gatherFree, gatherMatter, type GatheredMatter } from '../gather.ts';
import { writeTogether, type ToWrite } from '../write.ts';
import { systemOf, type SystemActor } from './pairs.ts';

const UNIQUE_VIOLATION = '23505';

/** The matters that fired, and how many steps of them. */
export interface Firing { readonly matters: readonly string[]; readonly steps: number }
const NOTHING: Firing = { matters: [], steps: 0 };

/**
 * Fires what is due on some matters of a company in one transaction: begin, commit and the disk are paid for once. Matters that
 * somebody else holds are passed over. @param until - the instant up to which the clock is stepped; null = what is due by now.
 */
export function fireTogether(context: MattersContext, tenant: string, matters: readonly string[], until: Instant | null): Promise<Firing> {
  return once(() => withScope(context.db, systemOf(tenant), async (scope) => fireGathered(context, scope, await gatherFree(scope, matters, context.clock.now()), until)));
}

/** Fires one matter, waiting for whoever holds it. */
export function fireAlone(context: MattersContext, tenant: string, matter: string, until: Instant | null): Promise<Firing> {
  return once(() => withScope(context.db, systemOf(tenant), async (scope) => {
    const gathered = await gatherMatter(scope, matter, context.clock.now(), 'update');
    return fireGathered(context, scope, gathered ? [gathered] : [], until);
  }));
}

async function fireGathered(context: MattersContext, scope: Scope<SystemActor>, gathered: readonly GatheredMatter[], until: Instant | null): Promise<Firing> {
  const changes: ToWrite[] = [];
  for (const { row, world, around } of gathered) {
    const { decision, fired } = until === null ? fireDue(world, row.state) : stepThrough(world, row.state, until);
    if (fired.length === 0) continue;
    changes.push({ decision, fired, before: row.state, policy: world.policy, head: row.head, recordedAt: around.recordedAt, now: until ?? world.now });
    announce(context, scope, world, decision.matter, decision.notices.length > 0);
  }
  if (changes.length === 0) return NOTHING;
  await writeTogether(scope, changes);
  return { matters: changes.map(({ decision }) => decision.matter.id), steps: changes.reduce((sum, { fired }) => sum + (fired?.length ?? 0), 0) };
}

/** Another process may have fired the same step between our reading and our writing: once is enough. */
async function once(fire: () => Promise<Firing>): Promise<Firing> {
  try {
    return await fire();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) return NOTHING;
    throw error;
  }
}
