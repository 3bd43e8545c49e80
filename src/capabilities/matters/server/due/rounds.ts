import { businessNow, systemInstantOf, type TenantClock } from '#platform/clock/index.ts';
import { listDue } from '#platform/db/index.ts';
import type { MattersContext } from '../context.ts';
import { fireAlone, fireTogether } from './fire.ts';
import { clocks, firstOf, firstReal, realPairs, tenantPairs, type Clocked, type LeftOut, type Pair } from './pairs.ts';
import { openPeriodic } from './periodic.ts';

/** Transactions at the same time: enough to keep two processors and the disk busy. */
const SIDE_BY_SIDE = 4;
/** Matters in one transaction at most: none of them waits long for the others. */
const TOGETHER = 24;
/** Into how many strides a step of a demonstration's clock is divided, and how short one may be. */
const STRIDES = 60;
const SHORTEST_STRIDE = 60_000;
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

/** Fires pairs, some of a company together, groups side by side. @returns those that could not be fired: another process holds them, or they failed. */
async function fireAll(context: MattersContext, pairs: readonly Pair[], goesOn: () => boolean): Promise<readonly Pair[]> {
  const unfired: Pair[] = [];
  await sideBySide(groupsOf(pairs), async (group) => {
    if (!goesOn()) return;
    const fired = new Set(await fireGroup(context, group));
    unfired.push(...group.pairs.filter((pair) => !fired.has(pair.matter_id)));
  });
  return unfired;
}

/** What is fired in one transaction: matters of a company, or what its calendar opens (null). */
interface Group { readonly tenant: string; readonly pairs: readonly Pair[] }

/** A few matters of one company make a group, however many of it are due: companies have their turns in the order of the list. */
function groupsOf(pairs: readonly Pair[]): readonly Group[] {
  const once = [...new Map(pairs.map((pair) => [`${pair.tenant_id} ${pair.matter_id ?? ''}`, pair])).values()];
  const together = Math.max(1, Math.min(TOGETHER, Math.ceil(once.length / SIDE_BY_SIDE)));
  const groups: { tenant: string; pairs: Pair[] }[] = [];
  const open = new Map<string, Pair[]>();
  for (const pair of once) {
    const group = pair.matter_id === null ? undefined : open.get(pair.tenant_id);
    if (group && group.length < together) {
      group.push(pair);
      continue;
    }
    const fresh = [pair];
    groups.push({ tenant: pair.tenant_id, pairs: fresh });
    if (pair.matter_id !== null) open.set(pair.tenant_id, fresh);
  }
  return groups;
}

/** One matter that cannot be fired must not keep time from passing for all others: those of its group are tried alone, its error is logged, and it is tried again later. @returns what fired. */
async function fireGroup(context: MattersContext, { tenant, pairs }: Group): Promise<readonly (string | null)[]> {
  const matters = pairs.flatMap((pair) => pair.matter_id ?? []);
  try {
    if (matters.length === 0) return (await openPeriodic(context, tenant, null)) > 0 ? [null] : [];
    return (await fireTogether(context, tenant, matters, null)).matters;
  } catch (error) {
    if (pairs.length > 1) return (await Promise.all(pairs.map((pair) => fireGroup(context, { tenant, pairs: [pair] })))).flat();
    context.log.error({ err: error, tenant, matter: pairs[0]?.matter_id }, 'what fell due could not be fired and will be tried again');
    return [];
  }
}

async function sideBySide<T>(list: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const worker = async (): Promise<void> => {
    for (let each = left.shift(); each !== undefined; each = left.shift()) await work(each);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}

/**
 * Steps a tenant with a clock of its own until an instant: each step fires at its own time, so that what one causes falls due in turn.
 * The clock itself goes in strides, for each costs every process a new look at who is who. Needs the caller to hold the clock still meanwhile.
 * @returns how many steps fired.
 */
export async function fireTenantUntil(context: MattersContext, tenant: string, from: number, until: number, setClock: (at: number) => Promise<void>): Promise<number> {
  const stride = Math.max(SHORTEST_STRIDE, (until - from) / STRIDES);
  const silent = new Set<string>();
  let fired = 0;
  let upTo = -Infinity;
  for (;;) {
    const pairs = await listDue<Pair>(context.db, tenantPairs(tenant, until, { matters: [], calendars: [] }));
    const [first] = pairs;
    if (!first) return fired;
    if (first.next_at > upTo) {
      upTo = Math.min(until, first.next_at + stride);
      await setClock(first.next_at);
    }
    fired += await stepOver(context, tenant, pairs.filter((pair) => pair.next_at <= upTo), upTo, silent);
  }
}

/** What the calendar opens comes first: what it opens may fall due before the end. @param silent - of which matter and instant nothing fired already */
async function stepOver(context: MattersContext, tenant: string, pairs: readonly Pair[], upTo: number, silent: Set<string>): Promise<number> {
  let steps = 0;
  const opening = pairs.find((pair) => pair.matter_id === null);
  if (opening) steps += await openPeriodic(context, tenant, opening.next_at);
  const matters = pairs.filter((pair) => pair.matter_id !== null);
  await sideBySide(groupsOf(matters), async (group) => {
    const firing = await fireTogether(context, tenant, group.pairs.flatMap((pair) => pair.matter_id ?? []), upTo);
    steps += firing.steps;
    for (const { matter_id: matter, next_at: at } of group.pairs.filter((pair) => !firing.matters.includes(pair.matter_id ?? ''))) {
      const alone = await fireAlone(context, tenant, matter ?? '', upTo);
      steps += alone.steps;
      if (alone.steps > 0) continue;
      // Somebody's act fired it between the look and its lock. Listed for the same instant once more, row and state disagree, and going round for ever would hide it.
      if (silent.has(`${matter} ${at}`)) throw new Error(`matter ${matter} is listed as due by ${new Date(upTo).toISOString()} but nothing fires`);
      silent.add(`${matter} ${at}`);
    }
  });
  return steps;
}
