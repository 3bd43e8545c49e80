import { randomBytes } from 'node:crypto';
import { bytesToHex } from '@noble/hashes/utils.js';
import { BEGINNING, commit, linkOf } from '../rules/chain.ts';

/** An event as a capability hands it over: what happened, in what stream; words are personal or free text. */
export interface EventToChain {
  readonly seq: number;
  readonly type: string;
  readonly act: string | null;
  readonly actor: string | null;
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly body: unknown;
  readonly words: Readonly<Record<string, string>>;
}

/** A row of `event` and, where there are words, one of `event_words`, ready for `jsonb_to_recordset`. */
export interface ChainedRow {
  readonly stream: string; readonly seq: number; readonly of: string; readonly type: string; readonly act: string | null; readonly actor: string | null;
  readonly occurred_at: string; readonly recorded_at: string; readonly policy_version: string | null; readonly body: unknown;
  readonly commitments: Readonly<Record<string, string>>; readonly hash: string;
  readonly words: Readonly<Record<string, string>> | null; readonly salt: string | null;
}

export interface Stream { readonly tenant: string; readonly stream: string; readonly of: string; readonly policyVersion: string | null; readonly head: Uint8Array | null }

/**
 * Links events to the head of their stream, in order. The caller writes the rows in the transaction that changes the
 * stream's subject, holding its lock: no change without its event, no event without its change.
 */
export function chain(stream: Stream, events: readonly EventToChain[]): { readonly rows: readonly ChainedRow[]; readonly head: string } {
  let head = stream.head ?? BEGINNING;
  const rows = events.map((event): ChainedRow => {
    const worded = Object.keys(event.words).length > 0;
    const salt = worded ? randomBytes(16) : null;
    const commitments = salt ? commit(salt, event.words) : {};
    const { words: _words, ...said } = event;
    head = linkOf(head, { tenant: stream.tenant, stream: stream.stream, of: stream.of, policyVersion: stream.policyVersion, ...said, commitments });
    return {
      stream: stream.stream, seq: event.seq, of: stream.of, type: event.type, act: event.act, actor: event.actor,
      occurred_at: new Date(event.occurredAt).toISOString(), recorded_at: new Date(event.recordedAt).toISOString(), policy_version: stream.policyVersion,
      body: event.body, commitments, hash: bytesToHex(head), words: worded ? event.words : null, salt: salt ? bytesToHex(salt) : null,
    };
  });
  return { rows, head: bytesToHex(head) };
}

/** The two inserts of chained rows, for a statement that has the tenant as $1 and the rows as jsonb in `parameter`. */
export function insertEvents(parameter: string): string {
  return `chained as (select * from jsonb_to_recordset(${parameter}::jsonb) as x(stream uuid, seq integer, "of" text, type text, act text, actor uuid,
      occurred_at timestamptz, recorded_at timestamptz, policy_version text, body jsonb, commitments jsonb, hash text, words jsonb, salt text)),
    event_rows as (insert into event (tenant_id, stream, seq, of, type, act, actor, occurred_at, recorded_at, policy_version, body, commitments, hash)
      select $1, stream, seq, "of", type, act, actor, occurred_at, recorded_at, policy_version, body, commitments, decode(hash, 'hex') from chained),
    word_rows as (insert into event_words (tenant_id, stream, seq, words, salt) select $1, stream, seq, words, decode(salt, 'hex') from chained where words is not null)`;
}
