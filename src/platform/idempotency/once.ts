import { keptAnswer, OtherRequest, requestHash, StillRunning, whileRunning, type KeptAnswer, type KeyedRequest } from './keep.ts';
import { answered, otherRequest, stillRunning, type Actor, type Answered, type Request } from '#platform/operations/index.ts';
import type { Database, Scope } from '#platform/db/index.ts';
import { withScope } from '#platform/db/index.ts';

const UNIQUE_VIOLATION = '23505';

/** What was done for a keyed request before: thrown through the transaction, so that nothing is done twice. */
class Done extends Error { constructor(readonly kept: KeptAnswer) { super('done before') } }

/** The request's key with the fingerprint of what it asks; null when it carries none. */
export function keyOf(actor: Actor, request: Request, method: string, path: string, body: unknown): KeyedRequest | null {
  return request.idempotencyKey === null ? null : { person: actor.person, key: request.idempotencyKey, hash: requestHash(method, path, body) };
}

/**
 * Runs a change once per key: the same request again gets the answer that was stored in the change's own transaction,
 * another request under the same key 422, one that is still under way 409.
 */
export async function once<T>(db: Database, actor: Actor, keyed: KeyedRequest | null, work: (scope: Scope<Actor>) => Promise<T>): Promise<T | Answered<T>> {
  try {
    return await whileRunning(actor.tenant, keyed, () => withScope(db, actor, async (scope) => {
      const kept = keyed ? await keptAnswer(scope, keyed) : null;
      if (kept) throw new Done(kept);
      return work(scope);
    }));
  } catch (error) {
    if (error instanceof Done) return answered(error.kept.answer as T, { status: error.kept.status });
    if (error instanceof OtherRequest) throw otherRequest();
    if (error instanceof StillRunning) throw stillRunning();
    // Another process finished the same request between our look and our write: its answer is the answer.
    if (keyed && error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION && String(error.message).includes('idempotency')) return once(db, actor, keyed, work);
    throw error;
  }
}
