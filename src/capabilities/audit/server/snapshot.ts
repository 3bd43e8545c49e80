import type { Scope, TenantActor } from '#platform/db/index.ts';

/** Makes all that follows in the transaction see one and the same moment; must be its first statement. People go on working meanwhile. */
export async function holdStill(scope: Scope<TenantActor>): Promise<void> {
  await scope.run({ text: 'set transaction isolation level repeatable read', values: [] });
}
