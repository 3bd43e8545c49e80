import type { Bearer } from '#engine';
import { builder, listDue, sql, type Database, type Scope, type TenantActor } from '#platform/db/index.ts';

/** The system as the sender of one company's outbox. */
export interface Sender extends TenantActor { readonly is: 'system' }
export const senderOf = (tenant: string): Sender => ({ tenant, is: 'system' });

export interface Waiting { readonly tenant_id: string; readonly id: string }

/** What waits in the outbox: something to be told, or (`mail`) a mail about a notice that was made already. */
export interface OutboxRow {
  readonly id: string; readonly template: string; readonly recipients: readonly Bearer[]; readonly matter_id: string | null; readonly attempts: number;
  readonly content: { readonly rule?: string; readonly clause?: readonly string[]; readonly obligation?: string | null; readonly number?: string; readonly seq?: number; readonly notice?: string;
    /** Who is left out; keys of what is newly owed; with which event of the matter the change began. */
    readonly except?: readonly Bearer[]; readonly of?: readonly string[]; readonly change?: number;
    /** Of an alarm that climbed: what happened (see `alarmOf`), and how many levels it has come. */
    readonly alarm?: string; readonly climbed?: number };
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

/** One person who has messages waiting for one channel. */
export interface WaitingParcel { readonly tenant_id: string; readonly channel_id: string; readonly person_id: string; readonly alarm: boolean }

/** Whom something may go out to by now, of all companies: alarms first, whatever waits longest next. */
export function parcelsAt(db: Database, now: number): Promise<WaitingParcel[]> {
  return listDue<WaitingParcel>(db, sql<WaitingParcel>`select w.tenant_id, w.channel_id, w.person_id, w.alarm from tenant t cross join lateral (
      select d.tenant_id, d.channel_id, d.person_id, bool_or(d.class = 'alarm') as alarm, min(d.not_before) as first from delivery d
      where d.tenant_id = t.id and d.state = 'waiting' and d.not_before <= ${new Date(now).toISOString()}::timestamptz
      group by d.tenant_id, d.channel_id, d.person_id order by alarm desc, first limit ${OF_EACH}::integer) w
    order by w.alarm desc, w.first`.compile(builder));
}

/** Alarms that nobody took and that are told again by now, of all companies. */
export function alarmsAt(db: Database, now: number): Promise<Waiting[]> {
  return listDue<Waiting>(db, sql<Waiting>`select w.tenant_id, w.id from tenant t cross join lateral (
      select n.tenant_id, n.id, n.next_at from notice n where n.tenant_id = t.id and n.next_at <= ${new Date(now).toISOString()}::timestamptz order by n.next_at limit ${OF_EACH}::integer) w
    order by w.next_at`.compile(builder));
}

/** When the next thing may be done (milliseconds); null when nothing waits. What was given up waits for ever. */
export async function firstWaiting(db: Database): Promise<number | null> {
  const [first] = await listDue<{ first: number | null }>(db, sql<{ first: number | null }>`select least(
      (select not_before from outbox where sent_at is null and not_before < 'infinity' order by not_before limit 1),
      (select not_before from delivery where state = 'waiting' order by not_before limit 1),
      (select next_at from notice where next_at is not null order by next_at limit 1)) as first`.compile(builder));
  return first?.first ?? null;
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
