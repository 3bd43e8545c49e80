import type { Context } from '#platform/operations/index.ts';

/** Tells those who watch that something changed; joined in `main`. */
export interface LiveNews {
  publish(tenant: string, news: { readonly event: 'matter' | 'notice' | 'clock'; readonly payload: Record<string, unknown> }): void;
}

declare module '#platform/operations/context.ts' {
  interface Context {
    readonly live: LiveNews;
    /** Wakes the due loop when something may fall due before it meant to look again. */
    readonly wake: (tenant: string, nextAt: number | null) => void;
    /** Wakes the sender of the outbox. */
    readonly wakeOutbox: () => void;
  }
}

export type MattersContext = Context;
