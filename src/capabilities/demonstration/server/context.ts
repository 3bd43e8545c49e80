import type { Scope, TenantActor } from '#platform/db/index.ts';

declare module '#platform/operations/context.ts' {
  interface Context {
    /** The phrases 常用语 that units of a demonstration begin with, by whoever keeps phrases; joined in `main`. */
    readonly seedPhrases: (scope: Scope<TenantActor>, phrases: readonly { readonly unit: string; readonly title: string; readonly text: string }[]) => Promise<void>;
  }
}
