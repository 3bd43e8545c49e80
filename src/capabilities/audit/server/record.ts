import type { Scope, TenantActor } from '#platform/db/index.ts';
import { chain, insertEvents } from './append.ts';

const TAKE = "select pg_advisory_xact_lock(hashtextextended('stream ' || $1::text || $2::text, 0))::text as taken";
const HEAD = 'select seq, hash from event where tenant_id = $1 and stream = $2 order by seq desc limit 1';

/** What happened to a subject that keeps no head of its own (a person, a customer, a policy, the company). */
export interface Happening {
  readonly stream: string;
  readonly of: 'person' | 'customer' | 'policy' | 'company';
  readonly type: string;
  readonly actor: string | null;
  readonly at: number;
  readonly body: unknown;
  readonly words?: Readonly<Record<string, string>>;
}

/**
 * Appends one event to a subject's stream, in the transaction of the change it tells of. Two changes of one subject at the
 * same time come one after the other: the stream is taken before its end is read. Whoever holds rows takes them before.
 */
export async function recordHappening<A extends TenantActor>(scope: Scope<A>, happening: Happening): Promise<void> {
  // Both in one round trip; the second begins when the first has the stream.
  const [, { rows }] = await Promise.all([
    scope.run({ name: 'audit-take', text: TAKE, values: [scope.tenant, happening.stream] }),
    scope.run<{ seq: number; hash: Uint8Array }>({ name: 'audit-head', text: HEAD, values: [scope.tenant, happening.stream] }),
  ]);
  const last = rows[0];
  const chained = chain({ tenant: scope.tenant, stream: happening.stream, of: happening.of, policyVersion: null, head: last?.hash ?? null }, [
    { seq: (last?.seq ?? 0) + 1, type: happening.type, act: null, actor: happening.actor, occurredAt: happening.at, recordedAt: happening.at, body: happening.body, words: happening.words ?? {} },
  ]);
  await scope.runAll(insertEvents(scope.tenant, chained.rows));
}
