import type { Scope, TenantActor } from '#platform/db/index.ts';

const HOLD = `select id from customer where tenant_id = $1 and id = (select coalesce(k.merged_into, k.id) from customer k where k.tenant_id = $1 and k.id = $2)
  and erased_at is null and merged_into is null for no key update`;
/** A file can become part of another between two looks at it, and that one of a third. */
const LOOKS = 3;

const REARRANGE = "select pg_advisory_xact_lock(hashtextextended('customer files ' || $1::text, 0))::text as taken";

/**
 * Whatever changes many files or makes one of two (imports, merging, taking apart, erasing) is done one after the other in a company, and
 * begins here. Then files that became part of another are taken before that one: whoever waits for a file may have one of its parts.
 */
export async function holdAllFiles<A extends TenantActor>(scope: Scope<A>): Promise<void> {
  await scope.run({ name: 'customer-hold-all', text: REARRANGE, values: [scope.tenant] });
}

/**
 * Holds a customer's file for the length of the transaction, so that what is written of him has one order and nothing is written into a
 * file that is no more. Order of locks: counters, then the customer (several by their ids), then the matter, then its rows.
 * @returns the id of the file: of one who became part of another, that one's; null for one who is not there (or no longer)
 */
export async function holdCustomer<A extends TenantActor>(scope: Scope<A>, id: string): Promise<string | null> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const held = (await scope.run<{ id: string }>({ name: 'customer-hold', text: HOLD, values: [scope.tenant, id] })).rows[0];
    if (held) return held.id;
  }
  return null;
}
