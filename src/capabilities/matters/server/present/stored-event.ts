import type { Kind, Language, World } from '#engine';
import type { Names } from './obligation.ts';

/** An event as it lies in the store, words included where they have not been erased. */
export interface StoredEvent {
  readonly seq: number; readonly type: string; readonly act: string | null; readonly actor: string | null; readonly occurredAt: number; readonly recordedAt: number;
  readonly body: Readonly<Record<string, unknown>>; readonly words: Readonly<Record<string, string>>; readonly hash: string;
}

/** Who reads events, and by which policy. */
export interface Reader { readonly world: World; readonly kind: Kind | undefined; readonly names: Names; readonly language: Language }
