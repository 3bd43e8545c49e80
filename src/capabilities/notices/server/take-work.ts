import { TAKE_WORK } from '#engine';
import { act } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import { Failure, type Actor, type Context, type Request } from '#platform/operations/index.ts';

const MATTER = 'select matter_id, class from notice where tenant_id = $1 and person_id = $2 and id = $3';

/**
 * 我来处理 in the matter itself, by the door of matters, for whoever has the alarm (he takes it first: of two who press at once, one has both): what is owed by several together becomes his. Where nothing of it is his to
 * take (he leads, or it bears a name already), the matter still says who takes care of the alarm and since when; one that has ended stays as it is.
 */
export async function takeWork(context: Context, actor: Actor, notice: string, request: Request): Promise<void> {
  if (!actor.rights.includes('work')) return;
  const row = await withReadScope(context.db, actor, async (scope) => (await scope.run<{ matter_id: string | null; class: string }>({ name: 'notice-matter', text: MATTER, values: [scope.tenant, actor.person, notice] })).rows[0]);
  if (!row?.matter_id) return;
  try {
    await act(context, actor, row.matter_id, { act: TAKE_WORK, ...(row.class === 'alarm' ? { fields: { alarm: true } } : {}) }, { ...request, idempotencyKey: null });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
