import { systemInstantOf } from '#platform/clock/index.ts';
import type { MattersContext } from '../context.ts';
import { fireWhatIsDue, LONGEST_SLEEP, virtualClocks } from './rounds.ts';

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
