import { builder, listDue, sql, withScope } from '#platform/db/index.ts';
import type { Context } from '#platform/operations/index.ts';
import { makeExport } from './background.ts';
import { dropKept } from './kept-files.ts';

/** Makes large exports and removes files whose day is over. */
export interface ExportLoop {
  wake(): void;
  /** Settles when nothing is left that is due by now. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

interface Due { readonly tenant_id: string; readonly id: string; readonly is: 'export' | 'file' }

const AT_MOST = 50;
const LONGEST_SLEEP = 30_000;
const SHORTEST_SLEEP = 250;

const dueAt = (now: number) => sql<Due>`(select tenant_id, id, 'export' as "is" from export_job where next_at <= ${new Date(now).toISOString()}::timestamptz order by next_at limit ${AT_MOST}::integer)
  union all (select tenant_id, id, 'file' from kept_file where next_at <= ${new Date(now).toISOString()}::timestamptz order by next_at limit ${AT_MOST}::integer)`.compile(builder);
const first = sql<{ next_at: number | null }>`select min(next_at) as next_at from (
    (select next_at from export_job where next_at is not null order by next_at limit 1) union all (select next_at from kept_file order by next_at limit 1)) f`.compile(builder);

/** Starts the loop. It sleeps until the next thing is due (30 s at most) or it is woken; any number of processes may run one. */
export function startExports(context: Context): ExportLoop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const rounds = async (): Promise<void> => {
    do {
      again = false;
      while (!stopped && (await round(context, () => !stopped)));
    } while (again && !stopped);
  };
  const plan = async (): Promise<void> => {
    if (stopped) return;
    const next = (await listDue<{ next_at: number | null }>(context.db, first).catch(() => []))[0]?.next_at ?? null;
    const sleep = next === null ? LONGEST_SLEEP : Math.max(SHORTEST_SLEEP, Math.min(LONGEST_SLEEP, next - context.clock.now()));
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, sleep).unref();
  };
  const run = (): Promise<void> => {
    again = true;
    running ??= rounds().finally(() => {
      running = null;
      return again && !stopped ? run() : plan();
    });
    return running;
  };
  const look = (): void => void run().catch((error: unknown) => context.log.error({ err: error }, 'exports could not be looked at and will be again'));
  context.papers.wakeExports = look;
  look();
  return {
    wake: look,
    settle: run,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => undefined);
      await context.papers.press.close();
    },
  };
}

/** One look: what is due now, one after the other, for a large list is enough for one process. @returns whether anything was done. */
async function round(context: Context, goesOn: () => boolean): Promise<boolean> {
  let done = false;
  for (const { tenant_id: tenant, id, is } of await listDue<Due>(context.db, dueAt(context.clock.now()))) {
    if (!goesOn()) return false;
    try {
      if (is === 'export') done = (await makeExport(context, tenant, id)) || done;
      else {
        await withScope(context.db, { tenant }, (scope) => dropKept(context, scope, id, context.clock.now()));
        done = true;
      }
    } catch (error) {
      context.log.error({ err: error, [is]: id }, 'something of the exports failed and will be tried again');
    }
  }
  return done;
}
