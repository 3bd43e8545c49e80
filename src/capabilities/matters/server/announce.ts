import type { MatterState } from '#engine';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { MattersContext } from './context.ts';

/** After the commit: watchers hear of it, and the loops look again if something comes earlier than they expected. */
export function announce<A extends TenantActor>(context: Pick<MattersContext, 'live' | 'wake' | 'wakeOutbox'>, scope: Scope<A>, matter: MatterState, sends: boolean): void {
  const next = matter.obligations.flatMap((ob) => (ob.next ? [ob.next.at] : []));
  scope.onCommit(() => {
    context.live.publish(scope.tenant, { event: 'matter', payload: { id: matter.id, version: matter.version, seq: matter.seq } });
    if (next.length) context.wake(scope.tenant, Math.min(...next));
    if (sends) context.wakeOutbox();
  });
}
