import type { Scope, TenantActor } from '#platform/db/index.ts';
import { drop } from './catch-up.ts';

/** Takes customers out of the search at once, in the transaction that erases them: no name must stay behind in its spelling. */
export function forgetCustomers<A extends TenantActor>(scope: Scope<A>, customers: readonly string[]): Promise<void> {
  return drop(scope, 'customer', customers);
}

/** As well the words of his matters: they are read in again as they are then. */
export function forgetMatters<A extends TenantActor>(scope: Scope<A>, matters: readonly string[]): Promise<void> {
  return drop(scope, 'matter', matters);
}
