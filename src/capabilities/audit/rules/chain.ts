import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '#engine/canonical.ts';

/** What an event says, as far as the chain is concerned. Words are not in it, only the commitments to them. */
export interface ChainedEvent {
  readonly tenant: string;
  readonly stream: string;
  readonly seq: number;
  readonly of: string;
  readonly type: string;
  readonly act: string | null;
  readonly actor: string | null;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly policyVersion: string | null;
  readonly body: unknown;
  /** field → HMAC-SHA-256(salt, value), hex. */
  readonly commitments: Readonly<Record<string, string>>;
}

/** What the first event of a stream follows. */
export const BEGINNING = new Uint8Array(32);

/** One link: SHA-256(previous hash ‖ canonical JSON of the event). */
export function linkOf(previous: Uint8Array, event: ChainedEvent): Uint8Array {
  return sha256(concatBytes(previous, utf8ToBytes(canonical(event))));
}

/** Commits to words without holding them: whoever erases the words and the salt leaves nothing to guess from. */
export function commit(salt: Uint8Array, words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([field, value]) => [field, bytesToHex(hmac(sha256, salt, utf8ToBytes(`${field}\u0000${value}`)))]));
}

/** The root of a checkpoint: one hash over the heads of all streams, in the order of their ids, and over all counters. */
export function rootOf(heads: Readonly<Record<string, { readonly seq: number; readonly hash: string }>>, counters: Readonly<Record<string, number>>): Uint8Array {
  return sha256(utf8ToBytes(canonical({ heads, counters })));
}
