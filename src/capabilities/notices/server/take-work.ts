import { act } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import { Failure, type Actor, type Context, type Request } from '#platform/operations/index.ts';

/** Of one's own alarm that nobody handles yet. */
const MATTER = 'select matter_id from notice where tenant_id = $1 and person_id = $2 and id = $3 and handled_by is null';

/**
 * 我来处理 in the matter itself, by the door of matters: what is owed by several together becomes his. Where nothing of it is his to
 * take (he leads, or it bears a name already), the alarm is handled all the same and the matter stays as it is.
 */
export async function takeWork(context: Context, actor: Actor, notice: string, request: Request): Promise<void> {
  if (!actor.rights.includes('work')) return;
  const matter = await withReadScope(context.db, actor, async (scope) => (await scope.run<{ matter_id: string | null }>({ name: 'notice-matter', text: MATTER, values: [scope.tenant, actor.person, notice] })).rows[0]?.matter_id);
  if (!matter) return;
  try {
    await act(context, actor, matter, { act: 'take-work' }, { ...request, idempotencyKey: null });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
