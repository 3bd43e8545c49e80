import type { MatterState, World } from '#engine';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { MattersContext } from './context.ts';
import { seersOf } from '../rules/seers.ts';

/** After the commit: watchers who may see it hear of it (found here, once, and not for each of them), and the loops look again if something comes earlier than they expected. */
export function announce<A extends TenantActor>(context: Pick<MattersContext, 'live' | 'wake' | 'wakeOutbox'>, scope: Scope<A>, world: Pick<World, 'policy' | 'directory'>, matter: MatterState, sends: boolean): void {
  const next = matter.obligations.flatMap((ob) => (ob.next ? [ob.next.at] : []));
  const seers = seersOf(world, matter);
  scope.onCommit(() => {
    context.live.publish(scope.tenant, { event: 'matter', payload: { id: matter.id, version: matter.version, seq: matter.seq }, seers });
    if (next.length) context.wake(scope.tenant, Math.min(...next));
    if (sends) context.wakeOutbox();
  });
}
