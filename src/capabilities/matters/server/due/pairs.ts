import { builder, sql, type TenantActor } from '#platform/db/index.ts';
import type { TenantClock } from '#platform/clock/index.ts';

/** The system as an actor of one tenant: it may fire what fell due and open what the calendar opens, nothing else. */
export interface SystemActor extends TenantActor { readonly is: 'system' }
export const systemOf = (tenant: string): SystemActor => ({ tenant, is: 'system' });

/** Something due: a matter of a company, or (null) what its calendar opens. */
export interface Pair { readonly tenant_id: string; readonly matter_id: string | null; readonly next_at: number }
export interface Clocked extends TenantClock { readonly id: string }

const AT_MOST = 400;
/** Pairs that could not be fired in this round: they wait for the next one, and whatever lies behind them has its turn. */
export interface LeftOut { readonly matters: readonly string[]; readonly calendars: readonly string[] }

const at = (now: number) => sql`${new Date(now).toISOString()}::timestamptz`;

/** Due pairs of real companies; those with a clock of their own are asked one by one. Each company gets its turn: at most so many of one at a time. */
export const realPairs = (now: number, virtual: readonly string[], left: LeftOut) => sql<Pair>`select tenant_id, matter_id, next_at from (
    select d.*, row_number() over (partition by tenant_id order by next_at) as turn from (
      select tenant_id, matter_id, next_at from obligation where next_at <= ${at(now)} and tenant_id <> all(${virtual}::uuid[]) and matter_id <> all(${left.matters}::uuid[])
      union all select tenant_id, null, next_at from recurrence where next_at <= ${at(now)} and tenant_id <> all(${virtual}::uuid[]) and tenant_id <> all(${left.calendars}::uuid[])
      order by next_at limit ${AT_MOST * 4}) d) ranked
  order by turn, next_at limit ${AT_MOST}`.compile(builder);
export const tenantPairs = (tenant: string, until: number, left: LeftOut) => sql<Pair>`select tenant_id, matter_id, next_at from obligation where tenant_id = ${tenant}::uuid and next_at <= ${at(until)} and matter_id <> all(${left.matters}::uuid[])
  union all select tenant_id, null, next_at from recurrence where tenant_id = ${tenant}::uuid and next_at <= ${at(until)} and tenant_id <> all(${left.calendars}::uuid[]) order by next_at limit ${AT_MOST}`.compile(builder);
export const firstReal = (virtual: readonly string[]) => sql<{ next_at: number | null }>`select min(next_at) as next_at from (
    (select next_at from obligation where next_at is not null and tenant_id <> all(${virtual}::uuid[]) order by next_at limit 1)
    union all (select next_at from recurrence where tenant_id <> all(${virtual}::uuid[]) order by next_at limit 1)) f`.compile(builder);
export const firstOf = (tenant: string) => sql<{ next_at: number | null }>`select min(next_at) as next_at from (
    select min(next_at) as next_at from obligation where tenant_id = ${tenant}::uuid and next_at is not null
    union all select min(next_at) from recurrence where tenant_id = ${tenant}::uuid) f`.compile(builder);
/** Companies whose clock is their own. */
export const clocks = sql<Clocked>`select id, clock_virtual, clock_at, clock_set_at, clock_running from tenant where clock_virtual`.compile(builder);
