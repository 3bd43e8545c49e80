import type { Scope, TenantActor } from '#platform/db/index.ts';
import { businessNow, type TenantClock } from '#platform/clock/index.ts';
import { chain, insertEvents } from './append.ts';

const TAKE = "select pg_advisory_xact_lock(hashtextextended('stream ' || $1::text || $2::text, 0))::text as taken";
const HEAD = 'select seq, hash from event where tenant_id = $1 and stream = $2 order by seq desc limit 1';

const CLOCK = 'select clock_virtual, clock_at, clock_set_at, clock_running from tenant where id = $1';

/** When something happened by the clock that people of the company read: a demonstration's stands elsewhere than the machine's. @param at - the machine's. */
export async function onCompanyClock<A extends TenantActor>(scope: Scope<A>, at: number): Promise<number> {
  const { rows } = await scope.run<TenantClock>({ name: 'audit-clock', text: CLOCK, values: [scope.tenant] });
  return rows[0] ? businessNow(rows[0], at) : at;
}

/** What happened to a subject that keeps no head of its own (a person, a customer, a policy, the company). */
export interface Happening {
  readonly stream: string;
  readonly of: 'person' | 'customer' | 'policy' | 'company';
  readonly type: string;
  readonly actor: string | null;
  /** By the machine's clock: when it is recorded. When it happened is told by the company's. */
  readonly at: number;
  readonly body: unknown;
  readonly words?: Readonly<Record<string, string>>;
}

/**
 * Appends one event to a subject's stream, in the transaction of the change it tells of. Two changes of one subject at the
 * same time come one after the other: the stream is taken before its end is read. Whoever holds rows takes them before.
 */
export async function recordHappening<A extends TenantActor>(scope: Scope<A>, happening: Happening): Promise<void> {
  // All in one round trip; the stream's end is read when it has been taken.
  const [, { rows }, occurredAt] = await Promise.all([
    scope.run({ name: 'audit-take', text: TAKE, values: [scope.tenant, happening.stream] }),
    scope.run<{ seq: number; hash: Uint8Array }>({ name: 'audit-head', text: HEAD, values: [scope.tenant, happening.stream] }),
    onCompanyClock(scope, happening.at),
  ]);
  const last = rows[0];
  const chained = chain({ tenant: scope.tenant, stream: happening.stream, of: happening.of, policyVersion: null, head: last?.hash ?? null }, [
    { seq: (last?.seq ?? 0) + 1, type: happening.type, act: null, actor: happening.actor, occurredAt, recordedAt: happening.at, body: happening.body, words: happening.words ?? {} },
  ]);
  await scope.runAll(insertEvents(scope.tenant, chained.rows));
}
