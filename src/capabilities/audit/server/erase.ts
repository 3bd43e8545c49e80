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

const ERASE_SOME = `update event_words w set words = '{}', salt = '\\x'
  where w.tenant_id = $1 and w.stream = any($2::uuid[]) and w.seq > 1 and w.words ?| $3::text[]`;

/**
 * The same for those events of some streams that have a word of one of these names: all their words go, for they share a salt. The first event of a stream, with
 * what happened, stays.
 */
export async function eraseWordsNamed<A extends TenantActor>(scope: Scope<A>, streams: readonly string[], names: readonly string[]): Promise<number> {
  return (await scope.run({ name: 'audit-erase-named', text: ERASE_SOME, values: [scope.tenant, streams, names] })).count;
}
