import type { Scope, TenantActor } from '#platform/db/index.ts';

/** A file is often called by the name of whom it is about. Which imports told of a customer, his own stream says. */
const FORGET_NAMES = `update import_batch set file = '…' || coalesce(substring(file from '\\.[A-Za-z0-9]{1,5}$'), '') where tenant_id = $1
  and id in (select (e.body->>'import')::uuid from event e where e.tenant_id = $1 and e.stream = $2 and e.body->>'import' is not null)`;

/** Takes the file names out of the imports that brought something of an erased customer; only what sort of file it was stays. */
export async function forgetFileNames<A extends TenantActor>(scope: Scope<A>, customer: string): Promise<void> {
  await scope.run({ name: 'import-forget-names', text: FORGET_NAMES, values: [scope.tenant, customer] });
}
