import type { Scope, TenantActor } from '#platform/db/index.ts';
import { businessNow, type TenantClock } from '#platform/clock/index.ts';
import { chain, insertEvents } from './append.ts';

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
 * same time meet on the stream's next number: the second fails and is tried again by its caller's transaction.
 */
export async function recordHappening<A extends TenantActor>(scope: Scope<A>, happening: Happening): Promise<void> {
  const [occurredAt, { rows }] = await Promise.all([onCompanyClock(scope, happening.at), scope.run<{ seq: number; hash: Uint8Array }>({ name: 'audit-head', text: HEAD, values: [scope.tenant, happening.stream] })]);
  const last = rows[0];
  const chained = chain({ tenant: scope.tenant, stream: happening.stream, of: happening.of, policyVersion: null, head: last?.hash ?? null }, [
    { seq: (last?.seq ?? 0) + 1, type: happening.type, act: null, actor: happening.actor, occurredAt, recordedAt: happening.at, body: happening.body, words: happening.words ?? {} },
  ]);
  await scope.runAll(insertEvents(scope.tenant, chained.rows));
}
