import { formatInstant, type MatterState } from '#engine';
import { KIND_OF_MATTER, worldOf, type Surroundings } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { SheetAlarm, SheetChase } from '../contract.ts';

/** Alarms of one shift at most. */
const MOST = 200;
/** $2 people of the unit, $3 since when, $4 until when, $5 closed kinds, $6 matters that stand on the sheet anyway. One row for each alarm, however many were told. */
const RUNG = `select m.id as matter, m.number, m.kind, m.policy_version, m.subject, min(n.at) as at, array_agg(distinct n.person_id) as told,
    (array_agg(n.handled_by) filter (where n.handled_by is not null))[1] as handled_by, min(n.handled_at) as handled_at,
    (array_agg(n.person_id order by n.taken_at) filter (where n.taken_at is not null))[1] as seen_by, min(n.taken_at) as seen_at
  from notice n join matter m on m.tenant_id = $1 and m.id = n.matter_id
  where n.tenant_id = $1 and n.class = 'alarm' and n.at > $3 and n.at <= $4 and ${KIND_OF_MATTER} <> all($5)
    and (m.id = any($6::uuid[]) or n.alarm_id in (select a.alarm_id from notice a where a.tenant_id = $1 and a.class = 'alarm' and a.person_id = any($2::uuid[]) and a.at > $3 and a.at <= $4))
  group by m.tenant_id, m.id, n.alarm_id order by min(n.at), m.id limit ${MOST}`;

interface Rung {
  readonly matter: string; readonly number: string; readonly kind: string; readonly policy_version: string; readonly subject: string; readonly at: number; readonly told: readonly string[];
  readonly handled_by: string | null; readonly handled_at: number | null; readonly seen_by: string | null; readonly seen_at: number | null;
}
/** A span of a unit's work: whose, from when until when, and what stays out of sight. */
export interface Span { readonly people: readonly string[]; readonly since: number; readonly until: number; readonly closed: readonly string[] }

/** The alarms that people of a unit had in a span, and those of its matters, whoever was alarmed, with whoever took each; handling it counts before having seen it. */
export async function alarmsIn(scope: Scope<Actor>, around: Surroundings, { people, since, until, closed }: Span, matters: readonly string[]): Promise<SheetAlarm[]> {
  const { rows } = await scope.run<Rung>({ name: 'sheet-rung', text: RUNG, values: [scope.tenant, people, new Date(since), new Date(until), closed, matters] });
  const { zone } = scope.actor;
  const name = (person: string): string => around.company.names.get(person) ?? '—';
  return rows.map((row) => {
    const by = row.handled_by ?? row.seen_by;
    const at = row.handled_at ?? row.seen_at;
    return {
      matter: row.matter, number: row.number, kindTitle: worldOf(around.policies.version(row.policy_version), around).policy.kinds[row.kind]?.title ?? row.kind, subject: row.subject, at: formatInstant(row.at, zone),
      told: row.told.map(name), takenBy: by === null ? null : name(by), takenAt: at === null ? null : formatInstant(at, zone), handled: row.handled_by !== null,
    };
  });
}

/** What a matter's chasing is read from. */
export interface Chased { readonly id: string; readonly number: string; readonly kind: string; readonly subject: string; readonly policy_version: string; readonly state: MatterState }

/** Calls that asked how far a matter is, in a span, in the order in which they came; each says for which time. */
export function chasesIn(around: Surroundings, matters: readonly Chased[], { since, until }: Pick<Span, 'since' | 'until'>, zone: string): SheetChase[] {
  const once = [...new Map(matters.map((each) => [each.id, each])).values()];
  return once.flatMap((row) => {
    const kind = worldOf(around.policies.version(row.policy_version), around).policy.kinds[row.kind];
    const chased = row.state.acts.filter((each) => kind?.acts[each.act]?.is === 'chase');
    return chased.map((each, index) => ({ each, nth: index + 1 })).filter(({ each }) => each.at > since && each.at <= until).map(({ each: { at, actor }, nth }) => ({
      order: at, chase: {
        matter: row.id, number: row.number, kindTitle: kind?.title ?? row.kind, subject: row.subject, at: formatInstant(at, zone), nth,
        by: actor !== 'system' && actor.person ? (around.company.names.get(actor.person) ?? '—') : '—',
      },
    }));
  }).toSorted((left, right) => left.order - right.order).map(({ chase }) => chase);
}
