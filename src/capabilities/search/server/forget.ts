import type { Scope, TenantActor } from '#platform/db/index.ts';
import { drop } from './catch-up.ts';

/** Takes a customer out of the search at once, in the transaction that erases him: his name must not stay behind in its spelling. */
export function forgetCustomer<A extends TenantActor>(scope: Scope<A>, customer: string): Promise<void> {
  return drop(scope, 'customer', [customer]);
}
