import { formatInstant, titleOfAct, titleOfStage, type MatterState, type ObligationState } from '#engine';
import { civilDayOf } from '#engine/calendar/index.ts';
import { closedMatters, gatherTenant, KIND_OF_MATTER, obligationJson, perilOf, reportedUrgently, severityTitle, worldOf, type Surroundings } from '#capabilities/matters/index.ts';
import { nextShiftAfter, onDutyAt, rostersOf, type Roster } from '#capabilities/organisation/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { SheetJson, SheetRow } from '../contract.ts';
import { alarmsIn, chasesIn } from './sheet-calls.ts';
import { sheetFor } from './sheet-words.ts';
import { peopleOfUnit, positionsOfUnit, requireMember, unitWith } from './unit.ts';

const HEAD = 'm.id, m.number, m.kind, m.subject, m.customer_name, m.severity, m.stage, m.received_at, m.policy_version';
/** Live obligations that a unit, a position of it or one of its people owes; none of closed kinds. */
const OWED = `select ${HEAD}, m.state as state, o.ordinal
  from obligation o join matter m on m.tenant_id = $1 and m.id = o.matter_id
  where o.tenant_id = $1 and o.status in ('open', 'paused', 'breached') and not m.ended and ${KIND_OF_MATTER} <> all($5)
    and (o.bearer_unit = $2 or o.bearer_position = any($3) or o.bearer_person = any($4::uuid[]))
  order by o.due_at nulls last, o.matter_id, o.ordinal limit 2000`;
const RECEIVED = `select ${HEAD}, m.state as state, -1 as ordinal from matter m
  where m.tenant_id = $1 and not m.ended and ${KIND_OF_MATTER} <> all($2) and m.received_at > $3 and m.received_at <= $4 and m.parent_id is null order by m.received_at, m.id limit 500`;
const LAST = 'select max(taken_at) as at from shift_handover where tenant_id = $1 and unit_code = $2';
const DAY = 24 * 3_600_000;

interface Columns {
  readonly id: string; readonly number: string; readonly kind: string; readonly subject: string; readonly customer_name: string; readonly severity: string | null; readonly stage: string;
  readonly received_at: number; readonly policy_version: string; readonly state: MatterState; readonly ordinal: number;
}

/** A sheet with what taking over does: matter by matter the act, by its id. */
export interface Drawn { readonly sheet: SheetJson; readonly toTake: readonly { readonly matter: string; readonly number: string; readonly act: string }[]; readonly now: number }

/** The sheet of a unit as of now, for one of its own, as he may see it. @throws Failure 403, 404 */
export function drawnSheet(context: Context, actor: Actor, unit: string): Promise<SheetJson> {
  requireMember(actor, unit);
  return withReadScope(context.db, actor, async (scope) => sheetFor(scope, context, (await drawSheet(scope, context, unit)).sheet));
}

/** Draws a unit's hand-over sheet as of now. Kinds that only some may see never stand on it. @throws Failure 404 */
export async function drawSheet(scope: Scope<Actor>, context: Context, code: string): Promise<Drawn> {
  const around = await gatherTenant(scope, context.clock.now());
  const { now } = around;
  const unit = await unitWith(scope, code);
  const people = peopleOfUnit(around.company, code);
  const closed = closedMatters(around);
  const owed = (await scope.run<Columns>({ name: 'sheet-owed', text: OWED, values: [scope.tenant, code, await positionsOfUnit(scope, code), people, closed] })).rows;
  const last = (await scope.run<{ at: number | null }>({ name: 'sheet-last', text: LAST, values: [scope.tenant, code] })).rows[0]?.at ?? null;
  const since = last ?? now - DAY;
  const received = (await scope.run<Columns>({ name: 'sheet-received', text: RECEIVED, values: [scope.tenant, closed, new Date(since), new Date(now)] })).rows;
  const zone = scope.actor.zone;
  const span = { people, since, until: now, closed };
  const rung = await alarmsIn(scope, around, span, [...owed, ...received].map((row) => row.id));
  const today = civilDayOf(now, zone);
  const roster = (await rostersOf(scope, today - 1, today + 8)).get(code);
  const shifts = boundsIn(roster, now, zone);
  const lines = owed.map((row) => lineOf(around, row, scope.actor));
  const until = shifts.next ? Date.parse(shifts.next.until) : now + DAY;
  const first = [...new Map(lines.toReversed().map((line) => [line.row.matter, line])).values()].toReversed();
  const toTake = lines.flatMap(({ row, takes }) => (takes === null ? [] : [{ matter: row.matter, number: row.number, act: takes }]));
  return {
    now, toTake: [...new Map(toTake.map((each) => [each.matter, each])).values()],
    sheet: {
      unit, ...shifts, since: formatInstant(since, zone), last: last === null ? null : formatInstant(last, zone), drawnAt: formatInstant(now, zone), open: first.map(({ row }) => row), calls: received.map((row) => lineOf(around, row, scope.actor).row),
      due: lines.filter(({ ob }) => ob !== undefined && ob.status === 'open' && ob.dueAt !== null && ob.dueAt > now && ob.dueAt <= until).map(({ row }) => row),
      alarms: lines.filter(({ ob }) => ob?.status === 'breached').map(({ row }) => row), rung, chases: chasesIn(around, [...owed, ...received], span, zone),
    },
  };
}

function boundsIn(roster: Roster | undefined, now: number, zone: string): Pick<SheetJson, 'shift' | 'next'> {
  const shown = (each: { readonly shift: { readonly name: string }; readonly from: number; readonly until: number } | null | undefined): SheetJson['shift'] =>
    (each ? { name: each.shift.name, from: formatInstant(each.from, zone), until: formatInstant(each.until, zone) } : null);
  return roster ? { shift: shown(onDutyAt(roster, now)[0]), next: shown(nextShiftAfter(roster, now)) } : { shift: null, next: null };
}

interface Line { readonly row: SheetRow; readonly ob: ObligationState | undefined; readonly takes: string | null }

function lineOf(around: Surroundings, { ordinal, state, ...row }: Columns, { zone, language }: Pick<Actor, 'zone' | 'language'>): Line {
  const world = worldOf(around.policies.version(row.policy_version), around);
  const kind = world.policy.kinds[row.kind];
  const names = (person: string): string | undefined => around.company.names.get(person);
  // Of a matter that was only received the first thing that is owed is shown.
  const index = ordinal >= 0 ? ordinal : state.obligations.findIndex((each) => each.status === 'open' || each.status === 'breached');
  const ob = state.obligations[index];
  const owed = ob ? obligationJson(world, { id: row.id, kind: row.kind }, ob, index, names, language) : null;
  const takes = ob && world.policy.duties[ob.duty]?.deemed && (kind?.acts[ob.act]?.from ?? [row.stage]).includes(row.stage) ? ob.act : null;
  const actor = state.acts[0]?.actor;
  return {
    ob, takes, row: {
      matter: row.id, number: row.number, kindTitle: kind?.title ?? row.kind, subject: row.subject, customerName: row.customer_name, severityTitle: severityTitle(kind, row.severity),
      peril: perilOf(world.policy, { kind: row.kind, facts: state.facts, urgent: reportedUrgently(state.acts) }),
      stageTitle: titleOfStage(kind, row.stage), receivedAt: formatInstant(row.received_at, zone), receivedBy: actor && actor !== 'system' && actor.person ? (names(actor.person) ?? '—') : '—',
      actTitle: owed?.actTitle ?? '—', bearer: owed?.bearerTitle ?? '—', dueAt: owed?.dueAt ?? null, state: owed?.state ?? 'met', takes: takes === null ? null : titleOfAct(kind, takes, language),
    },
  };
}
