import type { Scope, TenantActor } from '#platform/db/index.ts';
import { cursorOver, pages, type Cursor } from '../pages.ts';

/** What of a matter's row can be held against its history. Values out of `state` are whatever stands there. */
export interface MatterRow {
  readonly id: string; readonly kind: string; readonly number: string; readonly seq: number; readonly version: number; readonly head: Uint8Array; readonly stage: string; readonly ended: boolean;
  readonly state_seq: unknown; readonly state_version: unknown; readonly state_id: unknown; readonly state_kind: unknown; readonly state_number: unknown; readonly state_stage: unknown;
  readonly state_ended: boolean;
  /** Where the list of obligations differs from the state: both, as [ordinal, duty, status, due, met, breached]. */
  readonly differing: { readonly said: readonly unknown[][] | null; readonly kept: readonly unknown[][] | null } | null;
}

const MATTERS_AT_ONCE = 500;
const milliseconds = (column: string): string => `extract(epoch from ${column}) * 1000`;
const SAID = `(select jsonb_agg(jsonb_build_array(x.n - 1, x.ob -> 'duty', x.ob -> 'status', coalesce(nullif(x.ob -> 'dueAt', 'null'), x.ob -> 'breachedAt'), x.ob -> 'metAt', x.ob -> 'breachedAt') order by x.n)
  from jsonb_array_elements(case when jsonb_typeof(m.state -> 'obligations') = 'array' then m.state -> 'obligations' end) with ordinality x(ob, n))`;
const KEPT = `(select jsonb_agg(jsonb_build_array(o.ordinal, o.duty, o.status, ${milliseconds('o.due_at')}, ${milliseconds('o.met_at')}, ${milliseconds('o.breached_at')}) order by o.ordinal)
  from obligation o where o.tenant_id = m.tenant_id and o.matter_id = m.id)`;
const MATTERS = `select m.id, m.kind, m.number, m.seq, m.version, m.head, m.stage, m.ended, m.state -> 'seq' as state_seq, m.state -> 'version' as state_version, m.state -> 'id' as state_id,
    m.state -> 'kind' as state_kind, m.state -> 'number' as state_number, m.state -> 'stage' as state_stage, (m.state ->> 'ended') is not null as state_ended,
    case when l.said is distinct from l.kept then jsonb_build_object('said', l.said, 'kept', l.kept) end as differing
  from (select * from matter where tenant_id = $1 and id > $2 order by id limit ${MATTERS_AT_ONCE}) m cross join lateral (select ${SAID} as said, ${KEPT} as kept offset 0) l
  order by m.id`;
/** No matter has it: ids carry their version. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** All matters of the company, in the order of their ids. */
export function mattersOf(scope: Scope<TenantActor>): Cursor<MatterRow> {
  return cursorOver(pages<MatterRow>(async (after) => (await scope.run<MatterRow>({ name: 'audit-matters', text: MATTERS, values: [scope.tenant, after?.id ?? BEFORE_ALL] })).rows));
}
