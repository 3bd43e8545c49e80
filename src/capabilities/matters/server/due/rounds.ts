import { businessNow, systemInstantOf, type TenantClock } from '#platform/clock/index.ts';
import { listDue } from '#platform/db/index.ts';
import type { MattersContext } from '../context.ts';
import { fireMatter } from './fire.ts';
import { clocks, firstOf, firstReal, realPairs, tenantPairs, type Clocked, type LeftOut, type Pair } from './pairs.ts';
import { openPeriodic } from './periodic.ts';

/** Matters fired at the same time: enough to keep two processors and the disk busy. */
const SIDE_BY_SIDE = 6;
export const LONGEST_SLEEP = 30_000;
/** What is due and did not fire (another process holds it, or its firing failed) is tried again after so long. */
const TRY_AGAIN = 1_000;

/** Clocks of demonstrations as of the last look; whoever moves one wakes the loop. */
export const virtualClocks = new Map<string, TenantClock>();

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
  await fireRound(context, (left) => realPairs(context.clock.now(), ids, left), goesOn);
  let next = (await listDue<{ next_at: number | null }>(context.db, firstReal(ids)))[0]?.next_at ?? Infinity;
  for (const tenant of virtual) {
    if (!tenant.clock_running) continue;
    await fireRound(context, (left) => tenantPairs(tenant.id, businessNow(tenant, context.clock.now()), left), goesOn);
    const first = (await listDue<{ next_at: number | null }>(context.db, firstOf(tenant.id)))[0]?.next_at ?? null;
    next = Math.min(next, (first === null ? null : systemInstantOf(tenant, first)) ?? Infinity);
  }
  const now = context.clock.now();
  return next <= began ? now + TRY_AGAIN : Math.min(next, now + LONGEST_SLEEP);
}

/** Lists and fires until nothing is listed that was not tried: what fails once is left out of the rest of the round, however much of it there is. */
async function fireRound(context: MattersContext, list: (left: LeftOut) => ReturnType<typeof realPairs>, goesOn: () => boolean): Promise<void> {
  const left = { matters: [] as string[], calendars: [] as string[] };
  for (;;) {
    const pairs = await listDue<Pair>(context.db, list(left));
    if (pairs.length === 0 || !goesOn()) return;
    for (const { tenant_id: tenant, matter_id: matter } of await fireAll(context, pairs, goesOn)) {
      if (matter === null) left.calendars.push(tenant);
      else left.matters.push(matter);
    }
  }
}

/** Fires pairs side by side. @returns those that could not be fired: another process holds them, or they failed. */
async function fireAll(context: MattersContext, pairs: readonly Pair[], goesOn: () => boolean): Promise<readonly Pair[]> {
  const waiting = [...new Map(pairs.map((pair) => [`${pair.tenant_id} ${pair.matter_id ?? ''}`, pair])).values()];
  const unfired: Pair[] = [];
  const worker = async (): Promise<void> => {
    for (let pair = waiting.shift(); pair && goesOn(); pair = waiting.shift()) if ((await firePair(context, pair)) === 0) unfired.push(pair);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  return unfired;
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

/**
 * Steps a tenant with a clock of its own from due to due until an instant: each firing sees the clock at its own time, so
 * that what one firing causes falls due in turn. Needs the caller to hold the clock still meanwhile.
 * @returns how many steps fired.
 */
export async function fireTenantUntil(context: MattersContext, tenant: string, until: number, setClock: (at: number) => Promise<void>): Promise<number> {
  let fired = 0;
  for (;;) {
    const pair = (await listDue<Pair>(context.db, tenantPairs(tenant, until, { matters: [], calendars: [] })))[0];
    if (!pair) return fired;
    await setClock(pair.next_at);
    const done = pair.matter_id === null ? await openPeriodic(context, tenant, pair.next_at) : await fireMatter(context, tenant, pair.matter_id, pair.next_at);
    // Tried under its lock and nothing fired: the row and the state disagree, and going round for ever would hide it.
    if (done === 0) throw new Error(`matter ${pair.matter_id ?? '-'} is listed as due at ${new Date(pair.next_at).toISOString()} but nothing fires`);
    fired += done;
  }
}
