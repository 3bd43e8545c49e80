import { withScope } from '#platform/db/index.ts';
import { END_PATIENCE, startLoop, waitAtMost, type Loop } from '#platform/due/index.ts';
import { minuteLimit, waitAfter } from '../rules/retry.ts';
import type { OutboxContext } from './context.ts';
import { deliver } from './deliver.ts';
import { putOffAlarm, tellAgain } from './again.ts';
import { openLanes, sideBySide, type Lanes } from './lanes.ts';
import { mailTo } from './mails.ts';
import { putOffParcels, sendParcels } from './sending.ts';
import { alarmsAt, firstWaiting, parcelsAt, putOff, senderOf, waitingAt, type Waiting } from './take.ts';

/** Sends what waits in the outbox of all companies. */
export type Outbox = Loop;

export interface OutboxOptions extends OutboxContext {
  /** Mails a minute and process at most; 60 when left out. */
  readonly mailsPerMinute?: number;
}

const SIDE_BY_SIDE = 4;

/** Starts the sender; any number of processes may run one. */
export function startOutbox(options: OutboxOptions): Outbox {
  const limit = minuteLimit(options.mailsPerMinute ?? 60);
  const lanes = openLanes(() => loop.wake(), (error) => options.log.error({ err: error }, 'a way out failed and will be looked at again'));
  const loop = startLoop({
    clock: options.clock, log: options.log, failed: 'the outbox could not be read and will be looked at again',
    round: () => round(options, limit, lanes),
    next: () => firstWaiting(options.db),
  });
  return {
    wake: loop.wake,
    async settle() {
      do await loop.settle(); while (await lanes.settle());
    },
    async stop() {
      lanes.close();
      await Promise.all([loop.stop(), waitAtMost(lanes.settle(), END_PATIENCE)]);
    },
  };
}

/**
 * Tells what is to be told, and lets leave what is to leave the product, each receiver in a lane of its own that nobody waits for.
 * @returns whether anything was told, so that more may wait.
 */
async function round(options: OutboxOptions, limit: ReturnType<typeof minuteLimit>, lanes: Lanes): Promise<boolean> {
  const waiting = await waitingAt(options.db, options.clock.now());
  const mailing = new Map<string, { readonly tenant: string; readonly person: string }>();
  let done = false;
  await eachOf(waiting, async (each) => {
    const delivered = await deliver(options, each).catch((error: unknown) => spoilt(options, each, error));
    done ||= delivered.done;
    for (const person of delivered.mailFor) mailing.set(`${each.tenant_id} ${person}`, { tenant: each.tenant_id, person });
  });
  for (const [key, each] of mailing) lanes.start(`mail ${key}`, [each], ({ tenant, person }) => mailTo(options, limit, tenant, person));
  await eachOf(await alarmsAt(options.db, options.clock.now()), async (alarm) => {
    if (await tellAgain(options, alarm).catch((error: unknown) => unsent(options, error, () => putOffAlarm(options, alarm)))) done = true;
  });
  const parcels = await parcelsAt(options.db, options.clock.now());
  for (const channel of new Set(parcels.map((parcel) => parcel.channel_id))) {
    lanes.start(channel, parcels.filter((parcel) => parcel.channel_id === channel), (parcel) => sendParcels(options, parcel).catch((error: unknown) => unsent(options, error, () => putOffParcels(options, parcel))));
  }
  return done;
}

/** What cannot be sent must not hold up the rest: it is looked at again a little later. */
async function unsent(options: OutboxOptions, error: unknown, putItOff: () => Promise<void>): Promise<false> {
  options.log.error({ err: error }, 'something could not be sent and is looked at again later');
  await putItOff();
  return false;
}

async function eachOf<T>(list: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  await sideBySide(list, SIDE_BY_SIDE, work);
}

/** One entry that cannot be sent must not hold up the rest: it is put off and tried again, a few times. */
async function spoilt(options: OutboxOptions, { tenant_id: tenant, id }: Waiting, error: unknown): Promise<{ done: boolean; mailFor: readonly string[] }> {
  options.log.error({ err: error, outbox: id }, 'an entry of the outbox could not be sent and is put off');
  await withScope(options.db, senderOf(tenant), async (scope) => {
    const { rows } = await scope.run<{ attempts: number }>({ name: 'outbox-attempts', text: 'select attempts from outbox where tenant_id = $1 and id = $2', values: [tenant, id] });
    const wait = waitAfter((rows[0]?.attempts ?? 0) + 1);
    await putOff(scope, [id], wait === null ? null : options.clock.now() + wait, 1, error instanceof Error ? error.name : 'unknown');
  });
  return { done: false, mailFor: [] };
}
