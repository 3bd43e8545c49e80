import type { z } from 'zod';
import { formatInstant, titleOfStage, type MatterState, type ObligationState } from '#engine';
import { civilDayOf, endOfDay } from '#engine/calendar/index.ts';
import { finalStages, gatherTenant, hiddenKinds, obligationJson, sees, severityTitle, worldOf, type Surroundings } from '#capabilities/matters/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import { readCursor, writeCursor, type Actor, type Context } from '#platform/operations/index.ts';
import type { DeskAnswer, deskFilter, DeskRow } from '../contract.ts';
import { bearingOf, chasingActs, sharedDuties } from '../rules/bearing.ts';
import { DESK, RESERVED } from './statements.ts';

type Filter = z.infer<typeof deskFilter>;

const PAGE_LENGTH = 50;
/** Every decision that is waited for is owed under this name; any of its bearers may give it. */
const APPROVE = 'approve';
/** In a cursor: what has no due time, after all that has one. */
const NEVER = 'never';
const NOTHING: DeskAnswer['counts'] = { mine: 0, overdue: 0, today: 0, waiting: 0, approvals: 0 };

type Counts = DeskAnswer['counts'];

interface Columns extends Counts {
  readonly id: string; readonly number: string; readonly kind: string; readonly subject: string; readonly customer_name: string; readonly severity: string | null; readonly stage: string;
  readonly received_at: number; readonly policy_version: string; readonly ordinal: number; readonly due_at: number | null; readonly others: number; readonly ob: ObligationState; readonly chased: number;
}

/**
 * What somebody has to do: one row per matter with his next act, in due order (what has no due time last), and how much there is
 * in each view. @throws Failure 422 for a cursor of another filter
 */
export function desk(context: Context, actor: Actor, filter: Filter): Promise<DeskAnswer> {
  const { view = 'mine', limit = PAGE_LENGTH } = filter;
  const after = readCursor({ ...filter, view });
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const common = await parametersOf(scope, around, actor);
    const today = endOfDay(civilDayOf(around.now, actor.zone), actor.zone);
    const place = after === null ? [null, null] : [after[0] === NEVER ? 'infinity' : new Date(Number(after[0])), after[1]];
    const chasing = chasingActs(around.policies.inForce.map(({ policy }) => policy));
    const answered = await scope.run<Columns | (Counts & { readonly id: null })>({ name: `desk-${view}`, text: DESK[view], values: [...common, new Date(around.now), new Date(today), ...place, limit + 1, chasing] });
    const rows = answered.rows.filter((row): row is Columns => row.id !== null);
    const { mine, overdue, today: dueToday, waiting, approvals } = answered.rows[0] ?? NOTHING;
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => rowOf(around, row)), next: rows.length > limit && last ? writeCursor({ ...filter, view }, [last.due_at ?? NEVER, last.id]) : null,
      counts: { mine, overdue, today: dueToday, waiting, approvals },
    };
  });
}

/** $1 to $11 of every statement of the desk. */
async function parametersOf(scope: Scope<Actor>, around: Surroundings, actor: Actor): Promise<readonly unknown[]> {
  const { person, positions, anywhere, inUnits, units } = bearingOf(actor);
  const hidden = hiddenKinds(around, actor);
  const finals = finalStages(around);
  const shared = [APPROVE, ...sharedDuties(around.policies.inForce.map(({ policy }) => policy))];
  return [scope.tenant, person, positions, anywhere, inUnits, units, shared, finals.map(([kind]) => kind), finals.map(([, stage]) => stage), hidden, await reserved(scope, around, actor, hidden)];
}

/** Of kinds that only those concerned may see: the matters in which this person is concerned. */
async function reserved(scope: Scope<Actor>, around: Surroundings, actor: Actor, hidden: readonly string[]): Promise<readonly string[]> {
  if (hidden.length === 0) return [];
  const { rows } = await scope.run<{ id: string; state: MatterState }>({ name: 'desk-reserved', text: RESERVED, values: [scope.tenant, hidden] });
  return rows.filter(({ state }) => {
    const runnable = around.policies.forKind(state.kind);
    return runnable !== undefined && sees({ world: worldOf(runnable, around), row: { state } }, actor);
  }).map((row) => row.id);
}

function rowOf(around: Surroundings, row: Columns): DeskRow {
  const world = worldOf(around.policies.version(row.policy_version), around);
  const kind = world.policy.kinds[row.kind];
  return {
    matter: {
      id: row.id, number: row.number, kind: row.kind, kindTitle: kind?.title ?? row.kind, subject: row.subject, customerName: row.customer_name, severity: row.severity,
      severityTitle: severityTitle(kind, row.severity), stageTitle: titleOfStage(kind, row.stage), receivedAt: formatInstant(row.received_at, world.policy.zone),
    },
    next: obligationJson(world, { id: row.id, kind: row.kind }, row.ob, row.ordinal, (person) => around.company.names.get(person)), others: row.others, chased: row.chased,
  };
}
