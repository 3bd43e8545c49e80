import { BEGINNING, follows, wrongWords, type StoredEvent } from '#capabilities/audit/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { Checked } from '../rules/forms/evidence-pack/input.ts';

const EVENTS = `select e.seq, e.of, e.type, e.act, e.actor, e.occurred_at, e.recorded_at, e.policy_version, e.body, e.commitments, e.hash,
    date_trunc('milliseconds', e.occurred_at) = e.occurred_at and date_trunc('milliseconds', e.recorded_at) = e.recorded_at as whole, w.seq is not null as worded, w.words, w.salt
  from event e left join event_words w on w.tenant_id = e.tenant_id and w.stream = e.stream and w.seq = e.seq
  where e.tenant_id = $1 and e.stream = $2 order by e.seq`;

interface EventRow {
  readonly seq: number; readonly of: string; readonly type: string; readonly act: string | null; readonly actor: string | null; readonly occurred_at: number; readonly recorded_at: number;
  readonly policy_version: string | null; readonly body: unknown; readonly commitments: unknown; readonly hash: Uint8Array; readonly whole: boolean; readonly worded: boolean; readonly words: unknown; readonly salt: Uint8Array | null;
}

/** Computes the chain of one matter anew: every link, the words behind the commitments, and that its row knows the last of them. */
export async function checkChain(scope: Scope<TenantActor>, stream: string, known: Uint8Array): Promise<Checked> {
  const { rows } = await scope.run<EventRow>({ name: 'paper-chain', text: EVENTS, values: [scope.tenant, stream] });
  let head: Uint8Array = BEGINNING;
  let brokenAt: number | null = null;
  const wordsChanged: number[] = [];
  rows.forEach((row, at) => {
    const event = storedEvent(scope.tenant, stream, row);
    if (brokenAt === null && (row.seq !== at + 1 || !follows(head, event))) brokenAt = row.seq;
    if (wrongWords(event).length > 0) wordsChanged.push(row.seq);
    head = row.hash;
  });
  return { events: rows.length, head: Buffer.from(head).toString('hex'), brokenAt, wordsChanged, headMatches: Buffer.from(head).equals(Buffer.from(known)) };
}

function storedEvent(tenant: string, stream: string, row: EventRow): StoredEvent {
  return {
    tenant, stream, seq: row.seq, of: row.of, type: row.type, act: row.act, actor: row.actor, occurredAt: row.occurred_at, recordedAt: row.recorded_at, policyVersion: row.policy_version,
    body: row.body, commitments: row.commitments, hash: row.hash, whole: row.whole, words: row.worded ? row.words : undefined, salt: row.salt,
  };
}
