import { act } from '#capabilities/matters/index.ts';
import { insertAnswer, keyOf, once } from '#platform/idempotency/index.ts';
import { Failure, type Actor, type Context, type Request } from '#platform/operations/index.ts';
import type { TakenAnswer } from '../contract.ts';
import { takeShift } from './handover.ts';

type Asked = { readonly id: string } | { readonly unit: string };
type Taken = Awaited<ReturnType<typeof takeShift>>;

/**
 * 接班: the taker signs, then does in each waiting matter what taking over does there, by the door of matters and in his own name: the
 * clock of an ordinary night case starts now. Each matter is answered for itself; a repetition does nothing twice.
 * @throws Failure 403, 404, 409 taken, same-person, already-given
 */
export async function takeOver(context: Context, actor: Actor, asked: Asked, request: Request): Promise<TakenAnswer> {
  const keyed = keyOf(actor, request, 'POST', '/api/handovers', asked);
  const answered = await once<Taken>(context.db, actor, keyed, async (scope) => {
    const taken = await takeShift(scope, context, asked);
    if (keyed) await scope.runAll([insertAnswer(scope.tenant, keyed, { status: 201, answer: taken }, context.clock.now())]);
    return taken;
  });
  const { sheet, toTake } = 'beside' in answered ? answered.answer : answered;
  const taken: TakenAnswer['taken'] = [];
  for (const each of toTake) taken.push(await inMatter(context, actor, each, request));
  return { ...sheet, taken };
}

/** One matter: a refusal is told and stops nothing. */
async function inMatter(context: Context, actor: Actor, { matter, number, act: id }: Taken['toTake'][number], request: Request): Promise<TakenAnswer['taken'][number]> {
  const own: Request = { ...request, dry: false, idempotencyKey: request.idempotencyKey === null ? null : `${request.idempotencyKey.slice(0, 150)}/${matter}` };
  try {
    await act(context, actor, matter, { act: id }, own);
    return { matter, number, done: true, why: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { matter, number, done: false, why: error.text[actor.language] };
  }
}
