import type { Scope, TenantActor } from '#platform/db/index.ts';

const ERASE = `update event_words set words = '{}', salt = '\\x' where tenant_id = $1 and stream = $2`;

/**
 * Erases all words of a stream for good, salts included, so that nothing is left to guess from; the chain still verifies.
 * The caller records the erasing as an event, in the same transaction.
 * @returns how many events had words.
 */
export async function eraseWords<A extends TenantActor>(scope: Scope<A>, stream: string): Promise<number> {
  return (await scope.run({ name: 'audit-erase', text: ERASE, values: [scope.tenant, stream] })).count;
}
