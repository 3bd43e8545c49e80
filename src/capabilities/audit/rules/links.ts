import { commit, linkOf, type ChainedEvent } from './chain.ts';

/** An event as it was found stored, before anything is believed of it. */
export interface StoredEvent extends Omit<ChainedEvent, 'commitments'> {
  readonly commitments: unknown;
  readonly hash: Uint8Array;
  /** Whether its instants have no fraction of a millisecond: we never write one, and reading would drop it unseen. */
  readonly whole: boolean;
  /** The words behind the commitments; undefined when there is no row of words. */
  readonly words: unknown;
  readonly salt: Uint8Array | null;
}

/** How links and commitments are computed. A server has faster means to the same end than this room. */
export interface Hashing {
  readonly link: typeof linkOf;
  readonly commit: typeof commit;
}

const PURE: Hashing = { link: linkOf, commit };

/** Whether an event follows the hash before it and says what was said when it was written. */
export function follows(previous: Uint8Array, { hash, whole, words: _words, salt: _salt, ...said }: StoredEvent, { link }: Hashing = PURE): boolean {
  // What is hashed is exactly what a ChainedEvent has; a commitment that is no longer a text changes the hash.
  return whole && same(link(previous, said as ChainedEvent), hash);
}

/**
 * The fields whose words are not the ones committed to. Erased words are no fault: a field that is gone, or null.
 * @returns `['']` when the words as a whole cannot be what was written.
 */
export function wrongWords({ commitments, words, salt }: Pick<StoredEvent, 'commitments' | 'words' | 'salt'>, hashing: Hashing = PURE): readonly string[] {
  const committed = recordOf(commitments);
  if (!committed) return [''];
  const expected = Object.keys(committed).length > 0;
  if (words === undefined) return expected ? [''] : [];
  const kept = recordOf(words);
  if (!kept || !salt || !expected) return [''];
  return Object.entries(kept).filter(([field, value]) => value !== null && !isCommitted(committed[field], hashing.commit(salt, { [field]: String(value) })[field], value)).map(([field]) => field);
}

function isCommitted(commitment: unknown, expected: string | undefined, value: unknown): boolean {
  return typeof value === 'string' && typeof commitment === 'string' && commitment === expected;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
}

/** Whether two texts of bytes are the same. */
export function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
