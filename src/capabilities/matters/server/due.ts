import { fireDue } from '#engine';
import { listDue, sql, builder, withScope, type Scope, type TenantActor } from '#platform/db/index.ts';
import { businessNow, systemInstantOf, type TenantClock } from '#platform/clock/index.ts';
import { announce } from './announce.ts';
import type { MattersContext } from './context.ts';
import { gatherMatter, gatherTenant } from './gather.ts';
import { openMatter } from './opening.ts';
import { periodEnd } from '#capabilities/policies/index.ts';
import { write } from './write.ts';

/** The system as an actor of one tenant: it may fire what fell due and open what the calendar opens, nothing else. */
interface SystemActor extends TenantActor { readonly is: 'system' }
const systemOf = (tenant: string): SystemActor => ({ tenant, is: 'system' });

interface Pair { readonly tenant_id: string; readonly matter_id: string | null; readonly next_at: number }
interface Clocked extends TenantClock { readonly id: string }

const AT_MOST = 400;
/** Matters fired at the same time: enough to keep two processors and the disk busy. */
const SIDE_BY_SIDE = 6;
const UNIQUE_VIOLATION = '23505';
const LONGEST_SLEEP = 30_000;
/** What is due and did not fire (another process holds it, or its firing failed) is tried again after so long. */
const TRY_AGAIN = 1_000;

/** Due pairs of real companies; those with a clock of their own are asked one by one. Each company gets its turn: at most so many of one at a time. */
const realPairs = (now: number, virtual: readonly string[]) => sql<Pair>`select tenant_id, matter_id, next_at from (
    select d.*, row_number() over (partition by tenant_id order by next_at) as turn from (
      select tenant_id, matter_id, next_at from obligation where next_at <= ${new Date(now).toISOString()}::timestamptz and tenant_id <> all(${virtual}::uuid[])
      union all select tenant_id, null, next_at from recurrence where next_at <= ${new Date(now).toISOString()}::timestamptz and tenant_id <> all(${virtual}::uuid[])
      order by next_at limit ${AT_MOST * 4}) d) ranked
  order by turn, next_at limit ${AT_MOST}`.compile(builder);
const tenantPairs = (tenant: string, until: number) => sql<Pair>`select tenant_id, matter_id, next_at from obligation where tenant_id = ${tenant}::uuid and next_at <= ${new Date(until).toISOString()}::timestamptz
  union all select tenant_id, null, next_at from recurrence where tenant_id = ${tenant}::uuid and next_at <= ${new Date(until).toISOString()}::timestamptz order by next_at limit ${AT_MOST}`.compile(builder);
const firstReal = (virtual: readonly string[]) => sql<{ next_at: number | null }>`select min(next_at) as next_at from (
    (select next_at from obligation where next_at is not null and tenant_id <> all(${virtual}::uuid[]) order by next_at limit 1)
    union all (select next_at from recurrence where tenant_id <> all(${virtual}::uuid[]) order by next_at limit 1)) f`.compile(builder);
const firstOf = (tenant: string) => sql<{ next_at: number | null }>`select min(next_at) as next_at from (
    select min(next_at) as next_at from obligation where tenant_id = ${tenant}::uuid and next_at is not null
    union all select min(next_at) from recurrence where tenant_id = ${tenant}::uuid) f`.compile(builder);
const clocks = sql<Clocked>`select id, clock_virtual, clock_at, clock_set_at, clock_running from tenant where clock_virtual`.compile(builder);

export interface DueLoop {
  /** Something may fall due at `nextAt` by the tenant's own clock: look again then, if that is earlier than planned. */
  wake(tenant: string, nextAt: number | null): void;
  stop(): Promise<void>;
}

/**
 * The one loop that makes time pass for obligations. It sleeps until the next thing falls due (30 s at most), so that a lone
 * deadline is noticed within milliseconds; any number of processes may run it, each matter is fired under its own lock.
 */
export function startDueLoop(context: () => MattersContext): DueLoop {
  let timer: NodeJS.Timeout | undefined;
  let plannedAt = 0;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const plan = (at: number): void => {
    if (stopped) return;
    clearTimeout(timer);
    plannedAt = at;
    timer = setTimeout(look, Math.max(0, Math.min(LONGEST_SLEEP, at - context().clock.now())));
  };
  const look = (): void => {
    if (stopped) return;
    if (running) { again = true; return; }
    running = fireWhatIsDue(context(), () => !stopped)
      .then((next) => plan(next))
      .catch((error: unknown) => { context().log.error({ err: error }, 'the due loop failed and will look again'); plan(context().clock.now() + 1_000); })
      .finally(() => { running = null; if (again && !stopped) { again = false; look(); } });
  };
  look();
  return {
    wake(tenant, nextAt) {
      if (nextAt === null) { look(); return; }
      const clock = virtualClocks.get(tenant);
      const at = clock ? systemInstantOf(clock, nextAt) : nextAt;
      // While a round runs its plan is not made yet: what comes now is looked for once more after it.
      if (at !== null && running) again = true;
      else if (at !== null && at < plannedAt) plan(at);
    },
    async stop() { stopped = true; clearTimeout(timer); await running; },
  };
}

/** Clocks of demonstrations as of the last look; whoever moves one wakes the loop. */
const virtualClocks = new Map<string, TenantClock>();

/**
 * Fires all that is due now, over all companies.
 * @param goesOn - asked before each matter: whoever stops the process does not wait for a backlog.
 * @returns when, by the machine's clock, to look again.
 */
export async function fireWhatIsDue(context: MattersContext, goesOn: () => boolean = () => true): Promise<number> {
  const began = context.clock.now();
  const virtual = await listDue<Clocked>(context.db, clocks);
  virtualClocks.clear();
  for (const each of virtual) virtualClocks.set(each.id, each);
  const ids = virtual.map((each) => each.id);
  for (let fired = 1; fired > 0;) fired = await fireAll(context, await listDue<Pair>(context.db, realPairs(context.clock.now(), ids)), goesOn);
  let next = (await listDue<{ next_at: number | null }>(context.db, firstReal(ids)))[0]?.next_at ?? Infinity;
  for (const tenant of virtual) {
    if (!tenant.clock_running) continue;
    for (let fired = 1; fired > 0;) fired = await fireAll(context, await listDue<Pair>(context.db, tenantPairs(tenant.id, businessNow(tenant, context.clock.now()))), goesOn);
    const first = (await listDue<{ next_at: number | null }>(context.db, firstOf(tenant.id)))[0]?.next_at ?? null;
    next = Math.min(next, (first === null ? null : systemInstantOf(tenant, first)) ?? Infinity);
  }
  const now = context.clock.now();
  return next <= began ? now + TRY_AGAIN : Math.min(next, now + LONGEST_SLEEP);
}

/** Fires pairs side by side. @returns how many could be fired (those another process holds, and those that failed, do not count). */
async function fireAll(context: MattersContext, pairs: readonly Pair[], goesOn: () => boolean): Promise<number> {
  const waiting = [...new Map(pairs.map((pair) => [`${pair.tenant_id} ${pair.matter_id ?? ''}`, pair])).values()];
  let fired = 0;
  const worker = async (): Promise<void> => {
    for (let pair = waiting.shift(); pair && goesOn(); pair = waiting.shift()) fired += await firePair(context, pair);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  return fired;
}

/** One matter that cannot be fired must not keep time from passing for all others: its error is logged, and it is tried again later. */
async function firePair(context: MattersContext, { tenant_id: tenant, matter_id: matter }: Pair): Promise<number> {
  try {
    return matter === null ? await openPeriodic(context, tenant, null) : await fireMatter(context, tenant, matter, null);
  } catch (error) {
    context.log.error({ err: error, tenant, matter }, 'what fell due could not be fired and will be tried again');
    return 0;
  }
}

/** Fires what is due on one matter in its tenant's transaction, if nobody else holds it. @param at - the clock's instant, when it is being stepped. */
async function fireMatter(context: MattersContext, tenant: string, matter: string, at: number | null): Promise<number> {
  try {
    return await withScope(context.db, systemOf(tenant), async (scope) => {
      const gathered = await gatherMatter(scope, matter, context.clock.now(), at === null ? 'skip' : 'update');
      if (!gathered) return 0;
      const world = at === null ? gathered.world : { ...gathered.world, now: at };
      const { decision, fired } = fireDue(world, gathered.row.state);
      if (fired.length === 0) return 0;
      await write(scope, { decision, fired, before: gathered.row.state, policy: world.policy, head: gathered.row.head, recordedAt: gathered.around.recordedAt, now: world.now }, null, { last: true });
      announce(context, scope, decision.matter, decision.notices.length > 0);
      return fired.length;
    });
  } catch (error) {
    // Another process fired the same step between our reading and our writing: once is enough.
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) return 0;
    throw error;
  }
}

interface Recurring { readonly policy: string; readonly kind: string; readonly next_at: number }
const TAKE = 'select policy, kind, next_at from recurrence where tenant_id = $1 and next_at <= $2 order by next_at for update skip locked';
const END = 'delete from recurrence where tenant_id = $1 and policy = $2 and kind = $3';
const MOVE = 'update recurrence set next_at = $4 where tenant_id = $1 and policy = $2 and kind = $3';

/** Opens what the calendar opens (a weekly report, a monthly appraisal for each person), and plans the next. */
async function openPeriodic(context: MattersContext, tenant: string, at: number | null): Promise<number> {
  return withScope(context.db, systemOf(tenant), async (scope) => {
    const gathered = await gatherTenant(scope, context.clock.now());
    const around = at === null ? gathered : { ...gathered, now: at };
    const { rows } = await scope.run<Recurring>({ name: 'recurrence-take', text: TAKE, values: [tenant, new Date(around.now)] });
    for (const each of rows) await openOne(context, scope, around, each);
    return rows.length;
  });
}

async function openOne(context: MattersContext, scope: Scope<SystemActor>, around: Awaited<ReturnType<typeof gatherTenant>>, recurring: Recurring): Promise<void> {
  const runnable = around.policies.inForce.find(({ policy }) => policy.id === recurring.policy);
  const kind = runnable?.policy.kinds[recurring.kind];
  if (!runnable || !kind?.every) {
    await scope.run({ name: 'recurrence-end', text: END, values: [scope.tenant, recurring.policy, recurring.kind] });
    return;
  }
  const holders = around.company.directory.people.filter((person) => person.positions.some((held) => runnable.policy.positions[held.position])).map((person) => person.person);
  for (const about of kind.about === 'person' ? holders : [null]) {
    await openMatter(context, scope, around, runnable, { kind: kind.id, parent: null, about, subject: kind.title, customer: null });
  }
  const next = periodEnd(kind.every, Math.max(recurring.next_at, around.now), runnable.policy.zone);
  await scope.run({ name: 'recurrence-move', text: MOVE, values: [scope.tenant, recurring.policy, recurring.kind, new Date(next)] });
}

/**
 * Steps a tenant with a clock of its own from due to due until an instant: each firing sees the clock at its own time, so
 * that what one firing causes falls due in turn. Needs the caller to hold the clock still meanwhile.
 * @returns how many steps fired.
 */
export async function fireTenantUntil(context: MattersContext, tenant: string, until: number, setClock: (at: number) => Promise<void>): Promise<number> {
  let fired = 0;
  for (;;) {
    const pair = (await listDue<Pair>(context.db, tenantPairs(tenant, until)))[0];
    if (!pair) return fired;
    await setClock(pair.next_at);
    const done = pair.matter_id === null ? await openPeriodic(context, tenant, pair.next_at) : await fireMatter(context, tenant, pair.matter_id, pair.next_at);
    // Tried under its lock and nothing fired: the row and the state disagree, and going round for ever would hide it.
    if (done === 0) throw new Error(`matter ${pair.matter_id ?? '-'} is listed as due at ${new Date(pair.next_at).toISOString()} but nothing fires`);
    fired += done;
  }
}
