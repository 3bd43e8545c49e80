import { act } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { Failure, type Actor, type Context, type Request } from '#platform/operations/index.ts';

const MATTER = 'select matter_id from notice where tenant_id = $1 and person_id = $2 and id = $3 and handled_by is null';

/** The matter of one's own alarm that nobody handles yet; null = there is none. */
export async function matterOf(scope: Scope<Actor>, notice: string): Promise<string | null> {
  return (await scope.run<{ matter_id: string | null }>({ name: 'notice-matter', text: MATTER, values: [scope.tenant, scope.actor.person, notice] })).rows[0]?.matter_id ?? null;
}

/**
 * 我来处理 in the matter itself, by the door of matters: what is owed by several together becomes his. Where nothing of it is his to
 * take (he leads, or it bears a name already), the alarm is handled all the same and the matter stays as it is.
 */
export async function takeWork(context: Context, actor: Actor, matter: string | null, request: Request): Promise<void> {
  if (matter === null || !actor.rights.includes('work')) return;
  try {
    await act(context, actor, matter, { act: 'take-work' }, { ...request, idempotencyKey: null });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
