import { insertRows, type Statement } from '#platform/db/index.ts';
import { bytesToHex } from '@noble/hashes/utils.js';
import { BEGINNING } from '../rules/chain.ts';
import { newSalt } from './salt.ts';
import { nativeHashing } from './verify/native.ts';

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
    const salt = worded ? newSalt() : null;
    const commitments = salt ? nativeHashing.commit(salt, event.words) : {};
    const { words: _words, ...said } = event;
    head = nativeHashing.link(head, { tenant: stream.tenant, stream: stream.stream, of: stream.of, policyVersion: stream.policyVersion, ...said, commitments });
    return {
      stream: stream.stream, seq: event.seq, of: stream.of, type: event.type, act: event.act, actor: event.actor,
      occurred_at: new Date(event.occurredAt).toISOString(), recorded_at: new Date(event.recordedAt).toISOString(), policy_version: stream.policyVersion,
      body: event.body, commitments, hash: bytesToHex(head), words: worded ? event.words : null, salt: salt ? bytesToHex(salt) : null,
    };
  });
  return { rows, head: bytesToHex(head) };
}

const EVENT = 'insert into event (tenant_id, stream, seq, of, type, act, actor, occurred_at, recorded_at, policy_version, body, commitments, hash)';
const WORDS = 'insert into event_words (tenant_id, stream, seq, words, salt)';

/** The statements that write chained rows; they belong into the transaction of the change they tell of. */
export function insertEvents(tenant: string, rows: readonly ChainedRow[]): readonly Statement[] {
  const worded = rows.flatMap((row) => (row.words && row.salt ? [[tenant, row.stream, row.seq, JSON.stringify(row.words), Buffer.from(row.salt, 'hex')]] : []));
  return [
    ...insertRows('event-new', EVENT, rows.map((row) => [
      tenant, row.stream, row.seq, row.of, row.type, row.act, row.actor, row.occurred_at, row.recorded_at, row.policy_version, JSON.stringify(row.body), JSON.stringify(row.commitments), Buffer.from(row.hash, 'hex'),
    ])),
    ...insertRows('event-words-new', WORDS, worded),
  ];
}
