import type { Bearer } from '#engine';
import { builder, listDue, sql, type Database, type Scope, type TenantActor } from '#platform/db/index.ts';

/** The system as the sender of one company's outbox. */
export interface Sender extends TenantActor { readonly is: 'system' }
export const senderOf = (tenant: string): Sender => ({ tenant, is: 'system' });

export interface Waiting { readonly tenant_id: string; readonly id: string }

/** What waits in the outbox: something to be told, or (`mail`) a mail about a notice that was made already. */
export interface OutboxRow {
  readonly id: string; readonly template: string; readonly recipients: readonly Bearer[]; readonly matter_id: string | null; readonly attempts: number;
  readonly content: { readonly rule?: string; readonly clause?: readonly string[]; readonly obligation?: string | null; readonly number?: string; readonly seq?: number; readonly notice?: string };
}

/** A few of each company in a round: a storm in one does not keep the others waiting. */
const OF_EACH = 25;

/** What may be sent by now, of all companies. */
export function waitingAt(db: Database, now: number): Promise<Waiting[]> {
  return listDue<Waiting>(db, sql<Waiting>`select w.tenant_id, w.id from tenant t cross join lateral (
      select o.tenant_id, o.id, o.not_before from outbox o where o.tenant_id = t.id and o.sent_at is null and o.not_before <= ${new Date(now).toISOString()}::timestamptz
      order by o.not_before limit ${OF_EACH}::integer) w
    order by w.not_before`.compile(builder));
}

/** When the next thing may be sent (milliseconds); null when nothing waits. What was given up waits for ever. */
export async function firstWaiting(db: Database): Promise<number | null> {
  const [first] = await listDue<{ not_before: number }>(db, sql<{ not_before: number }>`select not_before from outbox where sent_at is null and not_before < 'infinity' order by not_before limit 1`.compile(builder));
  return first?.not_before ?? null;
}

const TAKE = `select id, template, recipients, matter_id, content, attempts from outbox
  where tenant_id = $1 and id = $2 and sent_at is null and not_before <= $3 for update skip locked`;
const SENT = 'update outbox set sent_at = $3, failed = $4 where tenant_id = $1 and id = any($2::uuid[])';
const LATER = 'update outbox set not_before = $3::timestamptz, attempts = attempts + $4, failed = $5 where tenant_id = $1 and id = any($2::uuid[]) and sent_at is null';

/** Locks one entry until the end of the transaction. @returns null when it was sent meanwhile, or another process has it. */
export async function take<A extends TenantActor>(scope: Scope<A>, id: string, now: number): Promise<OutboxRow | null> {
  return (await scope.run<OutboxRow>({ name: 'outbox-take', text: TAKE, values: [scope.tenant, id, new Date(now)] })).rows[0] ?? null;
}

/** Marks entries as done with. @param failed - why they reached nobody, if they did not. */
export async function markSent<A extends TenantActor>(scope: Scope<A>, ids: readonly string[], now: number, failed: string | null = null): Promise<void> {
  await scope.run({ name: 'outbox-sent', text: SENT, values: [scope.tenant, ids, new Date(now), failed] });
}

/** Puts entries off. @param until - milliseconds; null = for ever. @param failures - added to their count. */
export async function putOff<A extends TenantActor>(scope: Scope<A>, ids: readonly string[], until: number | null, failures: 0 | 1, failed: string | null): Promise<void> {
  await scope.run({ name: 'outbox-later', text: LATER, values: [scope.tenant, ids, until === null ? 'infinity' : new Date(until).toISOString(), failures, failed] });
}
