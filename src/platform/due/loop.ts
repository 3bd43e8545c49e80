import type { Clock } from '#platform/clock/index.ts';
import type { Log } from '#platform/log/index.ts';
import { waitAtMost } from './patience.ts';

export interface Loop {
  /** Something new may wait: look now. */
  wake(): void;
  /** Settles when nothing is left that is due by now for this process. @throws when a look fails. */
  settle(): Promise<void>;
  /** Ends the loop after what is under way, or without it when that takes too long: an end is never waited for without end. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
  /** Said in the diary when a look fails; it is looked at again. */
  readonly failed: string;
  /** One look. @param goesOn - false once the loop is being stopped. @returns whether anything was done, so that more may wait. */
  round(goesOn: () => boolean): Promise<boolean>;
  /** When the next thing is due, in the machine's milliseconds; null when nothing waits. */
  next(): Promise<number | null>;
}

const LONGEST_SLEEP = 30_000;
/** What another process holds, or what failed, is looked at again after so long at the earliest. */
const SHORTEST_SLEEP = 250;
/** How long the end waits for what is under way. */
export const END_PATIENCE = 8_000;

/** Starts a loop that sleeps until the next thing is due (30 s at most) or it is woken. */
export function startLoop({ clock, log, failed, round, next }: LoopOptions): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const rounds = async (): Promise<void> => {
    do {
      again = false;
      while (!stopped && (await round(() => !stopped)));
    } while (again && !stopped);
  };
  const plan = async (): Promise<void> => {
    if (stopped) return;
    const at = await next().catch(() => null);
    const sleep = at === null ? LONGEST_SLEEP : Math.max(SHORTEST_SLEEP, Math.min(LONGEST_SLEEP, at - clock.now()));
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, sleep).unref();
  };
  const run = (): Promise<void> => {
    again = true;
    running ??= rounds().finally(() => {
      running = null;
      // Somebody asked in the moment in which the last look had just ended.
      return again && !stopped ? run() : plan();
    });
    return running;
  };
  const look = (): void => void run().catch((error: unknown) => log.error({ err: error }, failed));
  look();
  return {
    wake: look,
    settle: run,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      if (running && !(await waitAtMost(running, END_PATIENCE))) log.error({}, 'what was under way did not end in time and is left');
    },
  };
}
