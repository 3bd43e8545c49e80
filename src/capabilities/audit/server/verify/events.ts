import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { StoredEvent } from '../../rules/links.ts';
import { pages } from '../pages.ts';

interface EventRow {
  readonly stream: string; readonly seq: number; readonly of: string; readonly type: string; readonly act: string | null; readonly actor: string | null;
  readonly occurred_at: number; readonly recorded_at: number; readonly policy_version: string | null; readonly body: unknown; readonly commitments: unknown;
  readonly hash: Uint8Array; readonly whole: boolean; readonly worded: boolean; readonly words: unknown; readonly salt: Uint8Array | null;
}

const EVENTS_AT_ONCE = 2_000;
const eventsAfter = (after: string): string => `select e.stream, e.seq, e.of, e.type, e.act, e.actor, e.occurred_at, e.recorded_at, e.policy_version, e.body, e.commitments, e.hash,
    date_trunc('milliseconds', e.occurred_at) = e.occurred_at and date_trunc('milliseconds', e.recorded_at) = e.recorded_at as whole, w.seq is not null as worded, w.words, w.salt
  from event e left join event_words w on w.tenant_id = e.tenant_id and w.stream = e.stream and w.seq = e.seq
  where e.tenant_id = $1 ${after} order by e.stream, e.seq limit ${EVENTS_AT_ONCE}`;
const EVENTS = eventsAfter('');
const MORE_EVENTS = eventsAfter('and (e.stream, e.seq) > ($2, $3)');

/** All events of the company with their words, stream by stream, in their order. */
export async function* storedEvents(scope: Scope<TenantActor>): AsyncGenerator<readonly StoredEvent[]> {
  const read = async (after: EventRow | undefined): Promise<readonly EventRow[]> =>
    (await scope.run<EventRow>(after ? { name: 'audit-more-events', text: MORE_EVENTS, values: [scope.tenant, after.stream, after.seq] } : { text: EVENTS, values: [scope.tenant] })).rows;
  for await (const rows of pages(read)) yield rows.map((row) => storedEvent(scope.tenant, row));
}

function storedEvent(tenant: string, row: EventRow): StoredEvent {
  return {
    tenant, stream: row.stream, seq: row.seq, of: row.of, type: row.type, act: row.act, actor: row.actor, occurredAt: row.occurred_at, recordedAt: row.recorded_at,
    policyVersion: row.policy_version, body: row.body, commitments: row.commitments, hash: row.hash, whole: row.whole, words: row.worded ? row.words : undefined, salt: row.salt,
  };
}
