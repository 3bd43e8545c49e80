import { presentOf } from '#capabilities/organisation/index.ts';
import { cnDayTable } from '#engine';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { Figures } from '../rules/figures.ts';

/** What the machine knows of itself; joined in `main`. */
export interface Machine {
  readonly version: string;
  readonly startedAt: number;
  memory(): Figures['memory'];
  disk(): Promise<Figures['disk']>;
  reach(): Figures['reach'];
  backup(): Promise<Figures['backup']>;
  channels(scope: Scope<Actor>): Promise<Figures['channels']>;
  /** A mail server of the environment. */
  readonly mail: boolean;
}

declare module '#platform/operations/context.ts' {
  interface Context {
    readonly machine: Machine;
  }
}

const DATABASE = "select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes, clock_timestamp() as at";
const OUTBOX = 'select count(*)::int as waiting, min(not_before) as oldest from outbox where tenant_id = $1 and sent_at is null and failed is null and not_before <= $2';
const DUE = 'select min(next_at) as since from obligation where tenant_id = $1 and next_at < $2';
const FAILED = 'select count(*)::int as count from sign_in_attempt where tenant_id = $1 and not succeeded and at > $2';
const DAY = 86_400_000;

/** Measures everything the page tells, for one company and the machine under it. */
export async function figuresOf(context: Context, actor: Actor): Promise<Figures> {
  const { machine, clock } = context;
  const now = clock.now();
  const ours = await withReadScope(context.db, actor, (scope) => ofCompany(context, scope, now)).catch((error: unknown) => {
    context.log.error({ err: error }, 'the figures of the health page could not be read');
    return null;
  });
  return {
    now, zone: actor.zone, version: machine.version, startedAt: machine.startedAt, memory: machine.memory(), disk: await machine.disk(), reach: machine.reach(),
    holidaysUntil: Date.parse(`${cnDayTable().knownUntil}T00:00:00Z`), backup: await machine.backup(), ...(ours ?? UNKNOWN), mail: machine.mail,
  };
}

const UNKNOWN = { database: null, outbox: { waiting: 0, oldest: null }, dueSince: null, failedSignIns: 0, channels: [] } as const;

async function ofCompany(context: Context, scope: Scope<Actor>, now: number): Promise<Pick<Figures, 'database' | 'outbox' | 'dueSince' | 'failedSignIns' | 'channels'>> {
  const begun = performance.now();
  const database = (await scope.run<{ version: string; bytes: number; at: number }>({ text: DATABASE, values: [] })).rows[0];
  const milliseconds = performance.now() - begun;
  const company = await presentOf(scope, now);
  const outbox = (await scope.run<{ waiting: number; oldest: number | null }>({ text: OUTBOX, values: [scope.tenant, new Date(now)] })).rows[0];
  const since = (await scope.run<{ since: number | null }>({ text: DUE, values: [scope.tenant, new Date(company.now)] })).rows[0]?.since ?? null;
  const failedSignIns = (await scope.run<{ count: number }>({ text: FAILED, values: [scope.tenant, new Date(now - DAY)] })).rows[0]?.count ?? 0;
  return {
    database: database ? { version: database.version, bytes: database.bytes, milliseconds, clockOff: database.at - now } : null,
    outbox: outbox ?? UNKNOWN.outbox,
    // Limits follow the company's clock; how late they are is a length, the same by either.
    dueSince: since === null ? null : now - (company.now - since),
    failedSignIns, channels: await context.machine.channels(scope),
  };
}
