import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { Checkpoint } from '../rules/checkpoint.ts';
import type { Head } from '../rules/root.ts';
import { pages } from './pages.ts';

export interface StreamHead extends Head {
  readonly stream: string;
}

const HEADS_AT_ONCE = 5_000;
/** From stream to stream through the key, instead of through every event. */
const headsAfter = (after: string): string => `with recursive s as (
    (select stream from event where tenant_id = $1 ${after} order by stream limit 1)
    union all select (select e.stream from event e where e.tenant_id = $1 and e.stream > s.stream order by e.stream limit 1) from s where s.stream is not null)
  select s.stream, h.seq, h.hash from (select stream from s where stream is not null limit ${HEADS_AT_ONCE}) s
  cross join lateral (select e.seq, encode(e.hash, 'hex') as hash from event e where e.tenant_id = $1 and e.stream = s.stream order by e.seq desc limit 1) h
  order by s.stream`;
const HEADS = headsAfter('');
const MORE_HEADS = headsAfter('and stream > $2');

/** The heads of all streams of the company, in the order of their ids. */
export function headPages(scope: Scope<TenantActor>): AsyncGenerator<readonly StreamHead[]> {
  return pages<StreamHead>(async (after) =>
    (await scope.run<StreamHead>(after ? { text: MORE_HEADS, values: [scope.tenant, after.stream] } : { text: HEADS, values: [scope.tenant] })).rows);
}

/** How far every counter of the company is. Read as text: a number that somebody made too large must not stop the reading. */
export async function countersOf(scope: Scope<TenantActor>): Promise<Map<string, number>> {
  const { rows } = await scope.run<{ name: string; last: string }>({ text: 'select name, last::text from tenant_counter where tenant_id = $1', values: [scope.tenant] });
  return new Map(rows.map(({ name, last }) => [name, Number(last)]));
}

/** A checkpoint as it was found stored. */
export interface StoredCheckpoint extends Checkpoint {
  readonly signature: Uint8Array;
  readonly whole: boolean;
}

const CHECKPOINTS = `select number, at, streams, events::text, encode(root, 'hex') as root, counters, heads, signature, date_trunc('milliseconds', at) = at as whole
  from checkpoint where tenant_id = $1 and number > $2 order by number limit 20`;

/** All checkpoints of the company, oldest first. */
export function checkpointPages(scope: Scope<TenantActor>): AsyncGenerator<readonly StoredCheckpoint[]> {
  return pages<StoredCheckpoint>(async (after) => {
    const values = [scope.tenant, after?.number ?? -2_147_483_648];
    const { rows } = await scope.run<Omit<StoredCheckpoint, 'tenant' | 'events'> & { events: string }>({ name: 'audit-checkpoints', text: CHECKPOINTS, values });
    return rows.map((row) => ({ ...row, tenant: scope.tenant, events: Number(row.events) }));
  });
}
