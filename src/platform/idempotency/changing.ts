import type { z } from 'zod';
import type { Language } from '#engine/text.ts';
import type { Scope } from '#platform/db/index.ts';
import { Answered, answered, operation, type Access, type Actor, type Call, type Declaration, type Nothing, type Operation, type RightOf } from '#platform/operations/index.ts';
import { insertAnswer, type KeyedRequest } from './keep.ts';
import { answeredBefore, keyOf, once } from './once.ts';

type Closed = Exclude<Access, { readonly is: 'public' }>;
type Called<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Call<z.output<P>, z.output<Q>, z.output<B>, Actor>;

/** An operation that changes something in one transaction, in place of `handle` written as `change`. */
export interface Changing<X extends Closed, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, T>
  extends Omit<Declaration<X, P, Q, B, A>, 'handle' | 'repeated' | 'upload' | 'dry'> {
  /** What takes long or must be safe whatever becomes of the change (hashing, counting a try). Not done for a repetition. */
  readonly before?: (call: Called<P, Q, B>) => Promise<T>;
  /** Fields of the body that nothing may be kept of, not even a fingerprint: the same key with another secret counts as the same request. */
  readonly secrets?: readonly string[];
  /** For an answer with a secret in it: what is kept instead, and given with 200 to whoever asks again. */
  readonly withoutSecret?: (answer: z.output<A>, language: Language) => z.output<A>;
  /** @throws Failure */
  change(scope: Scope<Actor>, call: Called<P, Q, B>, before: T): Promise<z.output<A>>;
}

/**
 * Declares an operation whose answer is kept for seven days in the transaction of its change: the same request under the same
 * Idempotency-Key gets it again, another one 422, one still under way 409.
 */
export function changing<const X extends Closed, A extends z.ZodType, P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing, B extends z.ZodType = z.ZodUndefined, T = undefined>(
  declared: Changing<X, P, Q, B, A, T>,
): Operation<RightOf<X>> {
  const { before, secrets = [], withoutSecret, change, ...declaration } = declared;
  const again = { status: withoutSecret ? 200 : (declaration.status ?? 200), kept: withoutSecret ?? ((answer: z.output<A>) => answer) };
  const operated = operation<X, A, P, Q, B>({
    ...declaration,
    repeated: 'kept',
    async handle(given) {
      const call = given as unknown as Called<P, Q, B>;
      const { actor, context, request } = call;
      const keyed = keyOf(actor, request, declared.method, declared.path, fingerprint(call.input, secrets));
      const work = async (prior: T): Promise<z.output<A> | Answered<z.output<A>>> => once(context.db, actor, keyed, async (scope) => {
        const answer = await change(scope, call, prior);
        await keep(scope, keyed, { status: again.status, answer: again.kept(answer, actor.language) ?? null }, context.clock.now());
        return answer;
      });
      const answer = await (before ? prepared(call, keyed, before, work) : work(undefined as T));
      // Nothing was kept of an answer that is nothing.
      return (declared.status === 204 && answer instanceof Answered ? answered(undefined, { status: 204 }) : answer) as never;
    },
  });
  return operated;
}

async function prepared<C extends Call<unknown, unknown, unknown, Actor>, T, R>(call: C, keyed: KeyedRequest | null, before: (call: C) => Promise<T>, work: (prior: T) => Promise<R>): Promise<R | Answered<R>> {
  return (await answeredBefore<R>(call.context.db, call.actor, keyed)) ?? work(await before(call));
}

async function keep(scope: Scope<Actor>, keyed: KeyedRequest | null, kept: { readonly status: number; readonly answer: unknown }, now: number): Promise<void> {
  if (keyed) await scope.runAll([insertAnswer(scope.tenant, keyed, kept, now)]);
}

function fingerprint({ params, query, body }: Call['input'], secrets: readonly string[]): unknown {
  const told = typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => !secrets.includes(name))) : body;
  return { params, query, body: told };
}
