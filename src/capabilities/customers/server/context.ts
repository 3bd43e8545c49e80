import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';

/** Takes a customer out of the rows that other capabilities keep of him. @throws Failure 409 while he cannot be done without. */
export type EraseElsewhere = (scope: Scope<Actor>, customer: string) => Promise<void>;

declare module '#platform/operations/context.ts' {
  interface Context {
    /** Given by the composition: matters know customers, not the other way round. */
    readonly eraseElsewhere: EraseElsewhere;
  }
}
