import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { Pace } from '../rules/pace.ts';

const BEGIN = "insert into channel_pace (tenant_id, receiver, sent) values ($1, $2, '{}') on conflict (tenant_id, receiver) do nothing";
const LOCK = 'select coalesce((select array_agg((extract(epoch from s) * 1000)::double precision) from unnest(sent) s), \'{}\') as sent, shut_until from channel_pace where tenant_id = $1 and receiver = $2 for update';
const WRITE = 'update channel_pace set sent = $3::timestamptz[], shut_until = $4 where tenant_id = $1 and receiver = $2';

/** Changes what is known of a receiver's pace, under the lock of its row until the end of the transaction. */
export async function changePace<A extends TenantActor>(scope: Scope<A>, receiver: string, change: (pace: Pace) => Pace): Promise<void> {
  await scope.run({ name: 'pace-begin', text: BEGIN, values: [scope.tenant, receiver] });
  const row = (await scope.run<{ sent: readonly number[]; shut_until: number | null }>({ name: 'pace-lock', text: LOCK, values: [scope.tenant, receiver] })).rows[0];
  if (!row) throw new Error(`no pace of ${receiver}`);
  const before: Pace = { sent: row.sent.map(Math.round), shutUntil: row.shut_until };
  const after = change(before);
  if (after === before) return;
  await scope.run({ name: 'pace-write', text: WRITE, values: [scope.tenant, receiver, after.sent.map((at) => new Date(at).toISOString()), after.shutUntil === null ? null : new Date(after.shutUntil)] });
}
