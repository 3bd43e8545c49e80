import { formatInstant, titleOfAct, type MatterState } from '#engine';
import { finalStages, KIND_OF_MATTER, worldOf, type Surroundings } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { LeaveLine } from '../contract.ts';

const LIVE = "o.status in ('open', 'paused', 'breached')";
/**
 * What somebody owes himself, or by a position that only he holds; and what others owe in matters he answers for, from $6 on: what they have missed before is known.
 * $4 kinds the reader may not list, $7 $8 last stages: what was missed in a closed matter is done by nobody any more.
 */
const LINES = `select m.id, m.number, m.kind, m.subject, m.policy_version, m.state, o.ordinal, o.due_at, o.status, o.duty,
    case when o.bearer_person = $2::uuid or (o.bearer_person is null and o.bearer_position = any($3)) then case when o.duty = 'approve' then 'decides' else 'owes' end else 'answers' end as "group"
  from obligation o join matter m on m.tenant_id = $1 and m.id = o.matter_id
  where o.tenant_id = $1 and ${LIVE} and not m.ended and ${KIND_OF_MATTER} <> all($4) and (o.due_at is null or o.due_at <= $5)
    and (o.bearer_person = $2::uuid or (o.bearer_person is null and o.bearer_position = any($3)) or (m.answers = $2::uuid and (o.due_at is null or o.due_at >= $6)))
    and not (o.status = 'breached' and (m.kind, m.stage) in (select * from unnest($7::text[], $8::text[])))
  order by o.due_at nulls last, m.id, o.ordinal limit 3000`;

interface Row {
  readonly id: string; readonly number: string; readonly kind: string; readonly subject: string; readonly policy_version: string; readonly state: MatterState;
  readonly ordinal: number; readonly due_at: number | null; readonly status: string; readonly group: LeaveLine['group'];
}

/** Positions that somebody holds and nobody else does. */
export function solePositions({ company }: Surroundings, person: string): readonly { readonly position: string; readonly unit: string | null }[] {
  const own = company.directory.people.find((each) => each.person === person)?.positions ?? [];
  const others = company.directory.people.filter((each) => each.person !== person).flatMap((each) => each.positions);
  return own.filter((held) => !others.some((other) => other.position === held.position && (other.unit === null || held.unit === null || other.unit === held.unit)));
}

const RANK: Readonly<Record<LeaveLine['group'], number>> = { owes: 0, decides: 1, answers: 2 };

/**
 * What lies on somebody and falls due by an instant (or has no time yet), one line per matter: what he owes before what he decides before
 * what he answers for. @param span - until Infinity: everything.
 */
export async function linesOf(scope: Scope<Actor>, around: Surroundings, person: string, { from, until }: { readonly from: number; readonly until: number }, hidden: readonly string[]): Promise<readonly LeaveLine[]> {
  const sole = solePositions(around, person).map((each) => each.position);
  const finals = finalStages(around);
  const values = [scope.tenant, person, sole, hidden, until === Infinity ? 'infinity' : new Date(until), new Date(from), finals.map(([kind]) => kind), finals.map(([, stage]) => stage)];
  const { rows } = await scope.run<Row>({ name: 'leave-lines', text: LINES, values });
  const first = new Map<string, Row>();
  for (const row of rows) {
    const known = first.get(row.id);
    if (!known || RANK[row.group] < RANK[known.group]) first.set(row.id, row);
  }
  return [...first.values()].map((row) => lineOf(around, row, scope.actor));
}

function lineOf(around: Surroundings, row: Row, { zone, language }: Pick<Actor, 'zone' | 'language'>): LeaveLine {
  const { policy } = worldOf(around.policies.version(row.policy_version), around);
  const kind = policy.kinds[row.kind];
  const ob = row.state.obligations[row.ordinal];
  return {
    matter: row.id, number: row.number, kindTitle: kind?.title ?? row.kind, subject: row.subject, group: row.group, what: ob ? titleOfAct(kind, ob.act, language) : '—',
    dueAt: row.due_at === null ? null : formatInstant(row.due_at, zone), state: row.status,
  };
}
