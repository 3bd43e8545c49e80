import type { MatterState, Policy } from '#engine';
import { insertRows, type Statement } from '#platform/db/index.ts';
import { deskChange, deskRowsOf, slotOf, type DeskRow } from '../rules/desk-rows.ts';

const PUT = 'insert into desk_row (tenant_id, matter_id, bearer, lane, slot, kind, ordinals, due, barred, place, project)';
/** Of the matter, which has been written before its rows, in the same round trip. */
const PROJECT = '(select m.project from matter m where m.tenant_id = $1 and m.id = $2)';
const AGAIN = ' on conflict (tenant_id, matter_id, bearer, lane, slot) do update set ordinals = excluded.ordinals, due = excluded.due, barred = excluded.barred, place = excluded.place';
const GONE = `delete from desk_row d using unnest($3::text[], $4::text[], $5::integer[]) as g(bearer, lane, slot)
  where d.tenant_id = $1 and d.matter_id = $2 and d.bearer = g.bearer and d.lane = g.lane and d.slot = g.slot`;

/** The desks that a matter lies on follow its change, in the same transaction. @param policy - the version the matter is pinned to. */
export function deskStatements(tenant: string, policy: Policy, before: MatterState | null, after: MatterState): readonly Statement[] {
  const { put, gone } = deskChange(before ? rowsOf(policy, before) : [], rowsOf(policy, after));
  return [
    ...(gone.length ? [{ name: 'desk-gone', text: GONE, values: [tenant, after.id, gone.map((row) => row.bearer), gone.map((row) => row.lane), gone.map(slotOf)] }] : []),
    ...insertRows(before ? 'desk-put' : 'desk-new', PUT, put.map((row) => [tenant, after.id, row.bearer, row.lane, slotOf(row), after.kind, row.ordinals, dueOf(row), row.barred, placeOf(row)]), { beside: PROJECT, tail: before ? AGAIN : '' }),
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
