import type { MatterState, Policy } from '#engine';
import { insertRows, type Statement } from '#platform/db/index.ts';
import { deskChange, deskRowsOf, slotOf, type DeskRow } from '../rules/desk-rows.ts';

const PUT = 'insert into desk_row (tenant_id, matter_id, bearer, lane, slot, kind, ordinals, due, barred, place, project)';
/** Of the matter, which has been written before its rows, in the same round trip. */
const PROJECT = '(select m.project from matter m where m.tenant_id = $1 and m.id = $2)';
const AGAIN = ' on conflict (tenant_id, matter_id, bearer, lane, slot) do update set ordinals = excluded.ordinals, due = excluded.due, barred = excluded.barred, place = excluded.place';
const GONE = `delete from desk_row d using unnest($2::uuid[], $3::text[], $4::text[], $5::integer[]) as g(matter, bearer, lane, slot)
  where d.tenant_id = $1 and d.matter_id = g.matter and d.bearer = g.bearer and d.lane = g.lane and d.slot = g.slot`;

/** A matter before and after a change. `policy`: the version it is pinned to. */
export interface DeskTurn { readonly policy: Policy; readonly before: MatterState | null; readonly after: MatterState }

/** The desks that matters lie on follow their changes, in the same transaction. */
export function deskStatements(tenant: string, turns: readonly DeskTurn[]): readonly Statement[] {
  const changes = turns.map(({ policy, before, after }) => ({ before, after, ...deskChange(before ? rowsOf(policy, before) : [], rowsOf(policy, after)) }));
  const gone = changes.flatMap(({ after, gone: rows }) => rows.map((row) => ({ matter: after.id, ...row })));
  const put = (known: boolean): readonly (readonly unknown[])[] => changes.filter(({ before }) => (before !== null) === known).flatMap(({ after, put: rows }) =>
    rows.map((row) => [tenant, after.id, row.bearer, row.lane, slotOf(row), after.kind, row.ordinals, dueOf(row), row.barred, placeOf(row)]));
  return [
    ...(gone.length ? [{ name: 'desk-gone', text: GONE, values: [tenant, gone.map((row) => row.matter), gone.map((row) => row.bearer), gone.map((row) => row.lane), gone.map(slotOf)] }] : []),
    ...insertRows('desk-new', PUT, put(false), { beside: PROJECT }), ...insertRows('desk-put', PUT, put(true), { beside: PROJECT, tail: AGAIN }),
  ];
}

const rowsOf = (policy: Policy, matter: MatterState): readonly DeskRow[] => deskRowsOf(policy, matter, answersFor(policy, matter));
/** Before everything that is due. */
const FIRST = new Date(0).toISOString();
const placeOf = (row: DeskRow): string => (row.first ? FIRST : dueOf(row));
const dueOf = ({ due }: DeskRow): string => (due === null ? 'infinity' : new Date(due).toISOString());

/** Who answers for it to the customer (首问负责人), while anything in it is still owed: what the desk calls “waiting for others”. */
export function answersFor(policy: Policy, matter: MatterState): string | null {
  if (!matter.obligations.some((each) => each.status === 'open' || each.status === 'paused' || each.status === 'breached')) return null;
  const role = Object.values(policy.kinds[matter.kind]?.roles ?? {}).find((each) => each.setBy === 'receive' || each.setBy === 'open');
  return (role && matter.roles[role.id]?.person) ?? null;
}
