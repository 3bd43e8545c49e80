import { civilDayOf, endOfDay, startOfDay } from '#engine/calendar/index.ts';
import type { Kind } from '#engine';
import { instant, sql } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { MatterView } from '../contract.ts';
import { bearerKeysOf, NO_UNIT, sharedKeysOf } from '../rules/bearing.ts';
import { actsThat, reopenings } from '../rules/reopening.ts';
import type { Surroundings } from './gather.ts';

type Condition = ReturnType<typeof sql<boolean>>;

/** The matters a chip of the list stands for, as a condition on `matter`; every part of it binds the tenant. */
export function viewCondition(view: MatterView, around: Surroundings, actor: Actor): Condition {
  const kinds = around.policies.known.flatMap(({ policy }) => Object.values(policy.kinds));
  switch (view) {
    case 'mine': return sql<boolean>`(answers = ${actor.person}::uuid or ${owed(borneBy(actor))})`;
    case 'unit': return sql<boolean>`(unit_code = ${actor.unit ?? ''} or ${owed(sql`(o.bearer_unit = ${actor.unit ?? ''} or o.bearer_position in (${listed(positionsOf(around, actor.unit))}))`)})`;
    case 'overdue': return sql<boolean>`(not ended and first_due_at < ${instant(around.now)})`;
    case 'today': return sql<boolean>`(not ended and first_due_at >= ${instant(startOfDay(civilDayOf(around.now, actor.zone), actor.zone))} and first_due_at <= ${instant(endOfDay(civilDayOf(around.now, actor.zone), actor.zone))})`;
    case 'heaviest': return sql<boolean>`(kind, severity) in (${pairs(kinds.flatMap(heaviestOf))})`;
    case 'untaken': return owed(sql`(m.kind, o.act) in (${pairs(actsThat(kinds, 'accept'))})`);
    case 'revisit': return owed(sql`(m.kind, o.act) in (${pairs(actsThat(kinds, 'revisit'))})`);
    case 'reopened': return reopened(kinds);
  }
}

/** Something in the matter is still owed, and what is said of it holds (`o` the obligation, `m` the matter itself). */
function owed(what: ReturnType<typeof sql>): Condition {
  return sql<boolean>`exists (select 1 from obligation o where o.tenant_id = m.tenant_id and o.matter_id = m.id and o.status in ('open', 'paused', 'breached') and not m.ended and ${what})`;
}

/** As the engine's `actorBears`: himself, a position he holds (in that unit, or in any), the members of his units. */
function borneBy({ person, unit, positions }: Actor): ReturnType<typeof sql> {
  const units = [unit, ...positions.map((held) => held.unit)].filter((each) => each !== null);
  const holds = positions.map((held) => sql`(o.bearer_position = ${held.position} and (o.bearer_unit is null or ${held.unit}::text is null or o.bearer_unit = ${held.unit}))`);
  return sql`(o.bearer_person = ${person}::uuid or (o.bearer_person is null and (${holds.length ? sql.join(holds, sql` or `) : sql`false`})) or (o.bearer_person is null and o.bearer_position is null and o.bearer_unit in (${listed(units)})))`;
}

function positionsOf(around: Surroundings, unit: string | null): readonly string[] {
  return around.policies.known.flatMap(({ policy }) => Object.values(policy.positions).filter((position) => position.unit !== null && position.unit === unit).map((position) => position.id));
}

/** The first severity of a kind is its heaviest: policies list them from heavy to light. */
export function heaviestOf(kind: Kind): readonly (readonly [string, string])[] {
  const type = kind.facts['severity']?.type;
  const first = type?.is === 'one' && type.values.length > 1 ? type.values[0] : undefined;
  return first ? [[kind.id, first.id]] : [];
}

/** Asked of each matter's own events. */
function reopened(kinds: readonly Kind[]): Condition {
  const any = reopenings(kinds).map(({ kind, act, outcome }) => (outcome === null ? sql`(m.kind = ${kind} and e.act = ${act})` : sql`(m.kind = ${kind} and e.act = ${act} and e.body->'fields'->>'outcome' = ${outcome})`));
  return any.length === 0 ? sql<boolean>`false` : sql<boolean>`exists (select 1 from event e where e.tenant_id = m.tenant_id and e.stream = m.id and e.type = 'acted' and (${sql.join(any, sql` or `)}))`;
}

type Owes = 'open' | 'today' | 'overdue';

/** Somebody has something to do in the matter, by name, by a position or as one of a unit: anything, what is still due today, or what is overdue. */
export function onDeskOf(person: string, owes: Owes, around: Surroundings, zone: string): Condition {
  const { people, units } = around.company.directory;
  const keys = bearerKeysOf(people.find((each) => each.person === person) ?? { person, unit: null, positions: [] }, units);
  return sql<boolean>`${lies(keys, owes, around, zone)} and (d.barred is null or d.barred <> ${person}::uuid))`;
}

/** The same of what bears his own name, or of what a unit bears together. */
export const namedFor = (person: string, owes: Owes, around: Surroundings, zone: string): Condition => sql<boolean>`${lies([`p:${person}`], owes, around, zone)} and (d.barred is null or d.barred <> ${person}::uuid))`;
export const sharedBy = (unit: string, owes: Owes, around: Surroundings, zone: string): Condition => sql<boolean>`${lies(sharedKeysOf(unit === NO_UNIT ? '' : unit, around.policies.known.map(({ policy }) => policy)), owes, around, zone)})`;

/** Left open, so that more can be asked of the row. */
function lies(keys: readonly string[], owes: Owes, around: Surroundings, zone: string): ReturnType<typeof sql> {
  const due = owes === 'open' ? sql`` : owes === 'overdue' ? sql`and d.due < ${instant(around.now)}` : sql`and d.due >= ${instant(around.now)} and d.due <= ${instant(endOfDay(civilDayOf(around.now, zone), zone))}`;
  return sql`exists (select 1 from desk_row d where d.tenant_id = m.tenant_id and d.matter_id = m.id and d.lane <> 'wait' and d.bearer in (${listed(keys)}) ${due}`;
}

const listed = (values: readonly string[]): ReturnType<typeof sql> => (values.length ? sql.join(values.map((value) => sql`${value}`)) : sql`''`);
const pairs = (values: readonly (readonly [string, string])[]): ReturnType<typeof sql> => (values.length ? sql.join(values.map(([left, right]) => sql`(${left}, ${right})`)) : sql`('', '')`);
