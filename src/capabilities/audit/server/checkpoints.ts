import type { Clock } from '#platform/clock/index.ts';
import { companies, type Database } from '#platform/db/index.ts';
import { silentLog, type Log } from '#platform/log/index.ts';
import { writeCheckpoint } from './checkpoint.ts';
import type { CheckpointKey } from './key.ts';

export interface CheckpointsOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly key: CheckpointKey;
  /** Milliseconds between two rounds; an hour when left out. */
  readonly every?: number;
  /** Gets number and root of each checkpoint: kept elsewhere, they prove that none was taken away later. */
  readonly log?: Log;
}

export interface Checkpoints {
  /** One round over all companies, now; a round under way is waited for first. One company's failure keeps no other from its checkpoint. */
  write(): Promise<void>;
  /** Ends the rounds, after a last one. */
  stop(): Promise<void>;
}

const HOUR = 3_600_000;

/** Writes checkpoints of all companies, round after round, until it is stopped. */
export function startCheckpoints({ db, clock, key, every = HOUR, log = silentLog }: CheckpointsOptions): Checkpoints {
  let last: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    last = last.then(() => round({ db, clock, key, log })).catch((error: unknown) => log.error({ err: error }, 'the checkpoints could not be written'));
    return last;
  };
  const timer = setInterval(() => void write(), every);
  timer.unref();
  return {
    write,
    stop() {
      clearInterval(timer);
      return write();
    },
  };
}

async function round({ db, clock, key, log }: Required<Omit<CheckpointsOptions, 'every'>>): Promise<void> {
  for (const { id, slug } of await companies(db)) {
    try {
      const written = await writeCheckpoint(db, { tenant: id }, { at: clock.now(), key });
      if (written.is === 'written') log.info({ company: slug, number: written.number, root: written.root }, 'wrote a checkpoint');
      if (written.is === 'lost') log.error({ company: slug, what: written.what }, 'history that a checkpoint knows is gone or changed; no new one is written: run `audit verify`');
    } catch (error) {
      log.error({ err: error, company: slug }, 'a checkpoint could not be written');
    }
  }
}
