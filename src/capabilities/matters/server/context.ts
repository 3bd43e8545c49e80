import type { Bearer } from '#engine';
import type { Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';

/** Tells those who watch that something changed; joined in `main`. */
export interface LiveNews {
  /** @param news - `seers`: of a matter, all who may see it; null or left out = everybody. */
  publish(tenant: string, news: { readonly event: 'matter' | 'notice' | 'clock'; readonly payload: Record<string, unknown>; readonly seers?: readonly Bearer[] | null }): void;
}

declare module '#platform/operations/context.ts' {
  interface Context {
    readonly live: LiveNews;
    /** Ties uploaded files to a matter, inside the transaction of the act that names them; joined in `main`. */
    readonly linkFiles: (scope: Scope<Actor>, matter: string, files: readonly string[]) => Promise<readonly { readonly id: string; readonly sha256: string }[]>;
    /** Ids of the matters that may hold a text, by whoever keeps the words; null = it cannot narrow them down. Joined in `main`. */
    readonly mattersHolding: (scope: Scope<Actor>, text: string) => Promise<readonly string[] | null>;
    /** Wakes the due loop when something may fall due before it meant to look again. */
    readonly wake: (tenant: string, nextAt: number | null) => void;
    /** Wakes the sender of the outbox. */
    readonly wakeOutbox: () => void;
  }
}

export type MattersContext = Context;
