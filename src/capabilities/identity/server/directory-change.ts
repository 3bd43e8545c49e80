import type { Scope, TenantActor } from '#platform/db/index.ts';

/**
 * Begins a change of people, positions or units: one at a time in a company, and whoever keeps a copy of the directory
 * sees by its version that it is old.
 */
export async function changeDirectory(scope: Scope<TenantActor>): Promise<void> {
  await scope.run({ text: 'update tenant set directory_version = directory_version + 1 where id = $1', values: [scope.tenant] });
}
