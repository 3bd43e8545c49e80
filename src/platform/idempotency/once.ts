import { keptAnswer, OtherRequest, requestHash, StillRunning, whileRunning, type KeptAnswer, type KeyedRequest } from './keep.ts';
import { answered, otherRequest, stillRunning, type Actor, type Answered, type Request } from '#platform/operations/index.ts';
import type { Database, Scope } from '#platform/db/index.ts';
import { withReadScope, withScope } from '#platform/db/index.ts';

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
    const kept = error instanceof Done ? error.kept : await keptMeanwhile(db, actor, keyed, error);
    if (kept) return answered(kept.answer as T, { status: kept.status });
    if (error instanceof OtherRequest) throw otherRequest();
    if (error instanceof StillRunning) throw stillRunning();
    throw error;
  }
}

/** The answer kept for this request, before anything is done for it. @throws Failure 422 when its key belongs to another request. */
export async function answeredBefore<T>(db: Database, actor: Actor, keyed: KeyedRequest | null): Promise<Answered<T> | null> {
  if (!keyed) return null;
  try {
    const kept = await withReadScope(db, actor, (scope) => keptAnswer(scope, keyed));
    return kept && answered(kept.answer as T, { status: kept.status });
  } catch (error) {
    throw error instanceof OtherRequest ? otherRequest() : error;
  }
}

/**
 * The answer of another process that finished the same request between our look and our failure: what refuses us now
 * (a version that has moved on, an act that is done, a key that is taken) may be its own effect.
 */
async function keptMeanwhile(db: Database, actor: Actor, keyed: KeyedRequest | null, failed: unknown): Promise<KeptAnswer | null> {
  if (!keyed || failed instanceof OtherRequest || failed instanceof StillRunning) return null;
  try {
    return await withReadScope(db, actor, (scope) => keptAnswer(scope, keyed));
  } catch (error) {
    if (error instanceof OtherRequest) throw otherRequest();
    // No second look either: the first failure says why.
    return null;
  }
}
