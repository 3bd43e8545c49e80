import { actorOfPerson } from '#capabilities/identity/index.ts';
import { withScope, type Scope, type TenantActor } from '#platform/db/index.ts';
import type { Context } from '#platform/operations/index.ts';
import { againOnClash } from './clash.ts';
import { prepareExport, recordExport, writeList } from './exporting.ts';
import { keepFile, XLSX } from './kept-files.ts';

/** The system at work on what a person asked for. */
interface SystemActor extends TenantActor { readonly is: 'system' }
const systemOf = (tenant: string): SystemActor => ({ tenant, is: 'system' });

/** Whoever makes an export says so again within this time; else another process takes it up, from the beginning. */
const LEASE = 60_000;
const ATTEMPTS = 3;
const TRY_AGAIN = 10_000;

const TAKE = `select id, person_id, list, filter, attempts from export_job where tenant_id = $1 and id = $2 and state in ('waiting', 'running') and next_at <= $3 for update skip locked`;
const TAKEN = "update export_job set state = 'running', rows = 0, attempts = attempts + 1, next_at = $3 where tenant_id = $1 and id = $2";
const GOES_ON = "update export_job set rows = $4, next_at = $5 where tenant_id = $1 and id = $2 and attempts = $3 and state = 'running'";
const DONE = "update export_job set state = 'done', rows = $4, file_id = $5, ended_at = $6, open = $7, next_at = null where tenant_id = $1 and id = $2 and attempts = $3 and state = 'running'";
const FAILED = "update export_job set state = case when $4 then 'failed' else 'waiting' end, ended_at = case when $4 then $5::timestamptz end, next_at = case when $4 then null else $6::timestamptz end where tenant_id = $1 and id = $2 and attempts = $3";

interface Job { readonly id: string; readonly person_id: string; readonly list: string; readonly filter: Readonly<Record<string, unknown>>; readonly attempts: number }

/** Somebody else goes on with it: what was written so far is nobody's. */
class NotOurs extends Error { override readonly name = 'NotOurs' }

/** Makes one large export, with the rights its person has now. @returns whether it was ours to make. */
export async function makeExport(context: Context, tenant: string, id: string): Promise<boolean> {
  const job = await withScope(context.db, systemOf(tenant), (scope) => takeJob(context, scope, id));
  if (!job) return false;
  try {
    await make(context, tenant, job);
  } catch (error) {
    if (error instanceof NotOurs) return true;
    context.log.error({ err: error, export: id }, 'an export could not be made');
    await giveUp(context, tenant, job, job.attempts >= ATTEMPTS);
  }
  return true;
}

async function takeJob(context: Context, scope: Scope<SystemActor>, id: string): Promise<Job | null> {
  const now = context.clock.now();
  const job = (await scope.run<Job>({ name: 'export-take', text: TAKE, values: [scope.tenant, id, new Date(now)] })).rows[0];
  if (!job) return null;
  await scope.run({ name: 'export-taken', text: TAKEN, values: [scope.tenant, id, new Date(now + LEASE)] });
  return { ...job, attempts: job.attempts + 1 };
}

async function make(context: Context, tenant: string, job: Job): Promise<void> {
  const actor = await actorOfPerson(context.db, context.clock, tenant, job.person_id);
  const list = context.papers.lists.get(job.list);
  // Left meanwhile, or without the right he had: nothing comes of it.
  if (!actor || !list?.may(actor)) return giveUp(context, tenant, job, true);
  const exporting = await prepareExport(context, actor, list, job.filter);
  const written = await writeList(context, exporting, (rows) => goesOn(context, tenant, job, rows));
  if (!written) throw new NotOurs();
  await againOnClash(() => withScope(context.db, systemOf(tenant), async (scope) => {
    const now = context.clock.now();
    const file = await keepFile(context, scope, actor.person, { name: exporting.fileName, mediaType: XLSX, bytes: written.bytes }, now);
    const { count } = await scope.run({ name: 'export-done', text: DONE, values: [tenant, job.id, job.attempts, written.rows, file.id, new Date(now), exporting.open] });
    if (count === 0) throw new NotOurs();
    await recordExport(scope, exporting, written.rows, file, now);
  }));
}

/** Says how far it is, and that it still goes on. */
async function goesOn(context: Context, tenant: string, job: Job, rows: number): Promise<boolean> {
  return withScope(context.db, systemOf(tenant), async (scope) =>
    (await scope.run({ name: 'export-goes-on', text: GOES_ON, values: [tenant, job.id, job.attempts, rows, new Date(context.clock.now() + LEASE)] })).count > 0);
}

async function giveUp(context: Context, tenant: string, job: Job, forGood: boolean): Promise<void> {
  const now = context.clock.now();
  await withScope(context.db, systemOf(tenant), (scope) => scope.run({ name: 'export-failed', text: FAILED, values: [tenant, job.id, job.attempts, forGood, new Date(now), new Date(now + TRY_AGAIN * job.attempts)] }));
}
