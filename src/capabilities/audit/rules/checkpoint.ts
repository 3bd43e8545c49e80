import { canonical, fingerprint } from '#engine/canonical.ts';
import type { Head } from './root.ts';

/** What a checkpoint says. Heads and counters are those that are new or have moved since the one before; the root is over all. */
export interface Checkpoint {
  readonly tenant: string;
  readonly number: number;
  /** Epoch milliseconds of the machine's clock. */
  readonly at: number;
  /** How many streams and events there were in all. */
  readonly streams: number;
  readonly events: number;
  /** Lower-case hex, as `rootOf` gives it. */
  readonly root: string;
  readonly heads: unknown;
  readonly counters: unknown;
}

/**
 * The text that is signed: all of the checkpoint, and the root of the one before, so that none can be taken out or moved.
 * @param previous - root of the checkpoint before, null for the first.
 */
export function signedText({ tenant, number, at, streams, events, root, heads, counters }: Checkpoint, previous: string | null): string {
  return canonical({ tenant, number, at, streams, events, root, moved: fingerprint(canonical({ counters, heads })), previous });
}

/** What all checkpoints together know: the head of each stream, and how far each counter was. */
export interface Known {
  readonly heads: Map<string, Head>;
  readonly counters: Map<string, number>;
}

export const nothingKnown = (): Known => ({ heads: new Map(), counters: new Map() });

/** Takes in one more checkpoint, in the order of their numbers. What is not as we write it is passed over: the signature tells. */
export function learn(known: Known, { heads, counters }: Pick<Checkpoint, 'heads' | 'counters'>): void {
  for (const [stream, head] of entriesOf(heads)) if (isHead(head)) known.heads.set(stream, { seq: head.seq, hash: head.hash });
  for (const [name, last] of entriesOf(counters)) if (typeof last === 'number') known.counters.set(name, last);
}

function entriesOf(value: unknown): [string, unknown][] {
  return value !== null && typeof value === 'object' ? Object.entries(value) : [];
}

function isHead(value: unknown): value is Head {
  return value !== null && typeof value === 'object' && 'seq' in value && 'hash' in value && typeof value.seq === 'number' && typeof value.hash === 'string';
}
