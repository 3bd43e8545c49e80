import { changeDirectory } from '#capabilities/identity/index.ts';
import { recordHappening } from '#capabilities/audit/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { missing, type Actor } from '#platform/operations/index.ts';
import { policyStream } from './publish.ts';

const OUT = 'update policy_version set in_force_until = $3 where tenant_id = $1 and policy = $2 and in_force_from is not null and in_force_until is null returning version';
/** The calendar opens nothing of it any more. */
const UNPLAN = 'delete from recurrence where tenant_id = $1 and policy = $2';

/**
 * Takes a policy out of force (停用): nothing is received under it from now on; what was received goes on to its end under the version it began
 * with, by whoever holds its positions. Units, positions and people stay. It comes back by publishing it again. @throws Failure 404
 */
export async function withdrawPolicy(scope: Scope<Actor>, policy: string, at: number): Promise<void> {
  await changeDirectory(scope);
  const [row] = (await scope.run<{ version: string }>({ text: OUT, values: [scope.tenant, policy, new Date(at)] })).rows;
  if (!row) throw missing();
  await scope.run({ text: UNPLAN, values: [scope.tenant, policy] });
  await recordHappening(scope, { stream: policyStream(scope.tenant, policy), of: 'policy', type: 'withdrawn', actor: scope.actor.person, at, body: { policy, version: row.version } });
}
