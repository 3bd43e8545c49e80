import { builder, listDue, sql, withScope } from '#platform/db/index.ts';
import { startLoop, type Loop } from '#platform/due/index.ts';
import type { Context } from '#platform/operations/index.ts';
import { makeExport } from './background.ts';
import { dropKept } from './kept-files.ts';

interface Due { readonly tenant_id: string; readonly id: string; readonly is: 'export' | 'file' }

const AT_MOST = 50;

const dueAt = (now: number) => sql<Due>`(select tenant_id, id, 'export' as "is" from export_job where next_at <= ${new Date(now).toISOString()}::timestamptz order by next_at limit ${AT_MOST}::integer)
  union all (select tenant_id, id, 'file' from kept_file where next_at <= ${new Date(now).toISOString()}::timestamptz order by next_at limit ${AT_MOST}::integer)`.compile(builder);
const first = sql<{ next_at: number | null }>`select min(next_at) as next_at from (
    (select next_at from export_job where next_at is not null order by next_at limit 1) union all (select next_at from kept_file order by next_at limit 1)) f`.compile(builder);

/** Starts the loop that makes large exports and removes files whose day is over. */
export function startExports(context: Context): Loop {
  const loop = startLoop({
    clock: context.clock, log: context.log, failed: 'exports could not be looked at and will be again',
    round: (goesOn) => round(context, goesOn),
    next: async () => (await listDue<{ next_at: number | null }>(context.db, first))[0]?.next_at ?? null,
  });
  context.papers.wakeExports = loop.wake;
  return {
    ...loop,
    async stop() {
      await loop.stop();
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
