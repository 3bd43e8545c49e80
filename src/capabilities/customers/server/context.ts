import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';

/** Takes a customer out of the rows that other capabilities keep of him. @returns the ids of his matters @throws Failure 409 while he cannot be done without. */
export type EraseElsewhere = (scope: Scope<Actor>, customer: string) => Promise<readonly string[]>;

/** Moves matters from one customer to another. @param only - no others than these; null = all. @returns those that moved */
export type MoveMatters = (scope: Scope<Actor>, from: string, to: { readonly id: string; readonly name: string }, only: readonly string[] | null) => Promise<readonly string[]>;

declare module '#platform/operations/context.ts' {
  interface Context {
    /** Given by the composition: matters know customers, not the other way round. */
    readonly eraseElsewhere: EraseElsewhere;
    /** His matters call a customer by his name. */
    readonly renameElsewhere: (scope: Scope<Actor>, customer: string, name: string) => Promise<void>;
    readonly moveMatters: MoveMatters;
    /** Whether the one who asks sees names, numbers and addresses of customers in lists. */
    readonly seesPersonal: (scope: Scope<Actor>) => Promise<boolean>;
    /** For which of these customers the one who asks works: those he sees in any case. */
    readonly worksFor: (scope: Scope<Actor>, customers: readonly string[]) => Promise<ReadonlySet<string>>;
    /** A customer who is taken back is no longer found. */
    readonly forgetInSearch: (scope: Scope<Actor>, customers: readonly string[]) => Promise<void>;
  }
}
