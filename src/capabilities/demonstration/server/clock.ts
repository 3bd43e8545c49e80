import type { z } from 'zod';
import { DAY, formatInstant, type Instant, type Text } from '#engine';
import type { clockAnswer, clockBody, ClockJson } from '#capabilities/matters/contract.ts';
import { fireTenantUntil } from '#capabilities/matters/index.ts';
import { businessNow, type TenantClock } from '#platform/clock/index.ts';
import { withReadScope, withScope, type Scope, type TenantActor } from '#platform/db/index.ts';
import { insertAnswer, keyOf, once, type KeyedRequest } from '#platform/idempotency/index.ts';
import { Answered, conflict, wrong, type Actor, type Context, type Request } from '#platform/operations/index.ts';
import { later } from '../rules/duration.ts';
import { inTurn } from './turns.ts';

type Move = z.infer<typeof clockBody>;
type Moved = z.infer<typeof clockAnswer>;

/** What one call may step over: what falls due on the way is fired one by one. */
const FARTHEST = 400 * DAY;

const CLOCK = 'select clock_virtual, clock_at, clock_set_at, clock_running from tenant where id = $1';
const LAST = "select max(occurred_at) as at from event where tenant_id = $1 and of = 'matter'";
const SET = 'update tenant set clock_at = $2, clock_set_at = $3, clock_running = $4 where id = $1';
/** Where a move ends it is never behind what has happened: another process may have moved it meanwhile. */
const END = `update tenant set clock_at = greatest($2::timestamptz, (${LAST})), clock_set_at = $3, clock_running = $4 where id = $1 returning clock_at as at`;

/** The company's clock: its own in a demonstration, the machine's elsewhere. */
export function readClock(context: Context, actor: Actor): Promise<ClockJson> {
  return withReadScope(context.db, actor, async (scope) => {
    const clock = await clockOf(scope);
    return { now: formatInstant(businessNow(clock, context.clock.now()), actor.zone), virtual: clock.clock_virtual, running: clock.clock_running };
  });
}

/**
 * Moves the clock of a demonstration. Everything that falls due on the way fires at its own instant, one after the other, before
 * the answer comes; the clock stands still meanwhile, and two calls wait for each other.
 * @throws Failure 409 when it would be earlier than what has already happened, 422 when it cannot be read or is too far
 */
export function moveClock(context: Context, actor: Actor, move: Move, request: Request): Promise<Moved | Answered<Moved>> {
  const keyed = keyOf(actor, request, 'POST', '/api/demo/clock', move);
  return inTurn(actor.tenant, async () => {
    // Stepping takes many transactions: whether it was done before is asked in one of its own, the answer is kept in the last.
    const kept = await once<Moved | null>(context.db, actor, keyed, async () => null);
    return kept instanceof Answered ? (kept as Answered<Moved>) : (kept ?? step(context, actor, move, keyed));
  });
}

async function step(context: Context, actor: Actor, move: Move, keyed: KeyedRequest | null): Promise<Moved> {
  const { clock, last } = await withReadScope(context.db, actor, async (scope) => ({ clock: await clockOf(scope), last: await lastEvent(scope) }));
  const start = businessNow(clock, context.clock.now());
  const target = targetOf(move, start, actor.zone);
  if (last !== null && target < last) throw conflict('clock-backwards', tooEarly(formatInstant(last, actor.zone)));
  const running = move.run ?? ('set' in move ? false : clock.clock_running);
  const stand = (at: Instant): Promise<void> => withScope(context.db, actor, (scope) => standAt(scope, at, context.clock.now()));
  // Standing still, so that nothing else fires or happens at a later time while it is stepped.
  let reached = Math.min(start, target);
  await stand(reached);
  let fired: number;
  try {
    fired = await fireTenantUntil(context, actor.tenant, start, target, async (at) => { reached = Math.max(reached, at); await stand(reached); });
  } catch (error) {
    await withScope(context.db, actor, (scope) => endAt(scope, reached, context.clock.now(), clock.clock_running));
    throw error;
  }
  return withScope(context.db, actor, async (scope) => {
    const now = await endAt(scope, target, context.clock.now(), running);
    const answer: Moved = { now: formatInstant(now, actor.zone), running, fired };
    if (keyed) await scope.runAll([insertAnswer(scope.tenant, keyed, { status: 200, answer }, context.clock.now())]);
    scope.onCommit(() => {
      context.live.publish(scope.tenant, { event: 'clock', payload: { now: answer.now, running } });
      context.wake(scope.tenant, null);
    });
    return answer;
  });
}

/** @throws Failure 422 */
function targetOf(move: Move, start: Instant, zone: string): Instant {
  const target = 'set' in move ? Date.parse(move.set) : later(start, zone, move.advance);
  const place = 'set' in move ? 'set' : 'advance';
  if (target === null || !Number.isFinite(target)) throw wrong([{ path: ['body', place], message: unreadable }]);
  if (target - start > FARTHEST) throw wrong([{ path: ['body', place], message: tooFar }]);
  return target;
}

const unreadable: Text = { zh: '应为不小于零的时长，如 PT10M（10 分钟）、P1D（1 天）', en: 'should be a duration of zero or more, such as PT10M (10 minutes) or P1D (1 day)' };
const tooFar: Text = { zh: '一次最多前进 400 天，请分几次', en: 'at most 400 days at once; take several steps' };
const tooEarly = (last: string): Text => ({
  zh: `时钟不能拨回到已经发生的事之前：最后一件事在 ${last}。请设为这之后的时间。`, en: `The clock cannot go back behind what has happened: the last event was at ${last}. Please set a later time.`,
});

async function clockOf<A extends TenantActor>(scope: Scope<A>): Promise<TenantClock> {
  const clock = (await scope.run<TenantClock>({ name: 'clock-read', text: CLOCK, values: [scope.tenant] })).rows[0];
  if (!clock) throw new Error(`no tenant ${scope.tenant}`);
  return clock;
}

/** By the policy's clock: only matters follow it. */
async function lastEvent<A extends TenantActor>(scope: Scope<A>): Promise<Instant | null> {
  return (await scope.run<{ at: number | null }>({ name: 'clock-last', text: LAST, values: [scope.tenant] })).rows[0]?.at ?? null;
}

async function standAt<A extends TenantActor>(scope: Scope<A>, at: Instant, setAt: Instant): Promise<void> {
  await scope.run({ name: 'clock-set', text: SET, values: [scope.tenant, new Date(at), new Date(setAt), false] });
}

/** @returns where it stands now. */
async function endAt<A extends TenantActor>(scope: Scope<A>, at: Instant, setAt: Instant, running: boolean): Promise<Instant> {
  const { rows } = await scope.run<{ at: Instant }>({ name: 'clock-end', text: END, values: [scope.tenant, new Date(at), new Date(setAt), running] });
  return rows[0]?.at ?? at;
}
