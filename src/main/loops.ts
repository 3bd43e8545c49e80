import { sweepAttachments } from '#capabilities/attachments/index.ts';
import { openCheckpointKey, startCheckpoints } from '#capabilities/audit/index.ts';
import { startDueLoop, type DueLoop } from '#capabilities/matters/index.ts';
import { startOutbox, type Outbox } from '#capabilities/notices/index.ts';
import { startExports } from '#capabilities/papers/index.ts';
import { forgetOldAnswers } from '#platform/idempotency/index.ts';
import { companies, withScope } from '#platform/db/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Config } from '#platform/config/index.ts';
import type { Log } from '#platform/log/index.ts';
import { openMailer } from '#platform/mail/index.ts';
import type { Context } from '#platform/operations/index.ts';

/** What runs beside the requests; each part is woken or sleeps by itself. */
export interface Loops { readonly due: DueLoop; readonly outbox: Outbox; stop(): Promise<void> }

const HOUR = 3_600_000;

/** Starts everything that goes on by itself: deadlines, the outbox, checkpoints of the chain, sweeping files nobody used. */
export async function startLoops(config: Config, context: Context, address: string, logs: (part: string) => Log): Promise<Loops> {
  const mail = config.smtpUrl === undefined ? null : openMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom });
  const due = startDueLoop(() => context);
  const outbox = startOutbox({ db: context.db, clock: systemClock, live: context.live, log: logs('outbox'), mail, publicUrl: config.publicUrl ?? address, outside: context.outside });
  context.papers.address = config.publicUrl ?? address;
  const exports = startExports(context);
  const checkpoints = startCheckpoints({ db: context.db, clock: systemClock, key: await openCheckpointKey(config.dataFolder), log: logs('audit') });
  const sweeping = setInterval(() => void sweep(context).catch((error: unknown) => context.log.error({ err: error }, 'what is no longer needed could not be swept away')), HOUR);
  return {
    due, outbox,
    async stop() {
      clearInterval(sweeping);
      await Promise.all([due.stop(), outbox.stop(), exports.stop()]);
      await checkpoints.stop();
      mail?.close();
    },
  };
}

/** Files that no act named, and answers kept for more than seven days. */
async function sweep(context: Context): Promise<void> {
  await sweepAttachments(context);
  for (const company of await companies(context.db)) await withScope(context.db, { tenant: company.id }, (scope) => forgetOldAnswers(scope, context.clock.now()));
}
