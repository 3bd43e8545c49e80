import { BEGINNING } from '../../rules/chain.ts';
import type { StoredEvent } from '../../rules/links.ts';
import type { Place } from '../../rules/problem.ts';
import type { Head } from '../../rules/root.ts';
import type { MatterRow } from './matters.ts';

/** A stream while its events go by. */
export interface Passing {
  readonly id: string;
  readonly of: string;
  readonly matter: MatterRow | null;
  /** The head that checkpoints know. */
  readonly anchor: Head | null;
  /** Event 1, where it is the first one found. */
  readonly first: StoredEvent | null;
  seq: number;
  hash: Uint8Array;
  /** People's acts so far. */
  acts: number;
  /** Whether every event from the first on was there. */
  complete: boolean;
}

/** Begins a stream at its first event, and takes its head out of the anchors: those that are left in the end have no stream. */
export function begin(event: StoredEvent, matter: MatterRow | null, anchors: Map<string, Head>): Passing {
  const anchor = anchors.get(event.stream) ?? null;
  anchors.delete(event.stream);
  return { id: event.stream, of: event.of, matter, anchor, first: event.seq === 1 ? event : null, seq: 0, hash: BEGINNING, acts: 0, complete: true };
}

export const placeOf = ({ id, matter }: Passing, seq?: number): Place => ({ stream: id, number: matter?.number ?? null, ...(seq === undefined ? {} : { seq }) });
