import type { z } from 'zod';
import { CALL_AGAIN, formatInstant, standsInFor, titleOfStage, type MatterState, type ObligationState } from '#engine';
import { civilDayOf, endOfDay } from '#engine/calendar/index.ts';
import { bearerKeysOf, gatherTenant, hiddenMatters, kindsOfHidden, obligationJson, perilOf, pressingOf, sees, severityTitle, worldOf, type Surroundings } from '#capabilities/matters/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import { readCursor, writeCursor, type Actor, type Context } from '#platform/operations/index.ts';
import type { DeskAnswer, deskFilter, DeskRow } from '../contract.ts';
import { chasingActs, revisitingActs } from '../rules/bearing.ts';
import { laneOf, rangeOf, timesOf, type DeskTimes } from '../rules/views.ts';
import { ALL, BY_ACT, RESERVED, WITHIN } from './statements.ts';

type Filter = z.infer<typeof deskFilter>;

const PAGE_LENGTH = 50;
/** In a cursor: what has no due time, after all that has one. */
const NEVER = 'never';
const NOTHING: DeskAnswer['counts'] = { overdue: 0, now: 0, today: 0, later: 0, weekend: 0, waiting: 0, approvals: 0, periodic: 0 };
const BEGINNING = ['-infinity', '00000000-0000-0000-0000-000000000000'];

interface Columns {
  readonly id: string; readonly number: string; readonly kind: string; readonly subject: string; readonly customer_name: string; readonly severity: string | null; readonly stage: string;
  readonly received_at: number; readonly policy_version: string; readonly ordinal: number; readonly place: number | null; /** Of what cannot wait: what says so. */ readonly first: Parameters<typeof pressingOf>[1] | null; readonly facts: MatterState['facts']; readonly urgent: boolean; readonly others: number; readonly ob: ObligationState; readonly chased: number; /** When he wants to be called again; only revisits look it up. */ readonly agreed?: number | null;
}

/**
 * What somebody has to do: one row per matter with his next act, what cannot wait first, else in due order (what has no due time last), and how much there is
 * in each view, counted to a thousand. @throws Failure 422 for a cursor of another filter
 */
export function desk(context: Context, actor: Actor, filter: Filter): Promise<DeskAnswer> {
  const { view = 'mine', limit = PAGE_LENGTH } = filter;
  const project = filter.project === undefined || filter.project === '' ? null : filter.project;
  const after = readCursor({ ...filter, view });
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const common = await parametersOf(scope, around, actor);
    const times = timesOf(around.now, endOfDay(civilDayOf(around.now, actor.zone), actor.zone), endOfDay(civilDayOf(around.now, actor.zone) + 2, actor.zone));
    const place = after === null ? BEGINNING : [after[0] === NEVER ? 'infinity' : new Date(Number(after[0])), after[1]];
    const chasing = chasingActs(around.policies.known.map(({ policy }) => policy));
    const of = view === 'waiting' ? 'waiting' : 'page';
    const texts = project === null ? ALL : WITHIN;
    const within = project === null ? [] : [project];
    const name = (reading: string): string => (project === null ? reading : `${reading}-within`);
    const [counts, page] = await Promise.all([
      scope.run<DeskAnswer['counts']>({ name: name('desk-counts'), text: texts.counts, values: [...common, ...[times.now, times.soon, times.today, times.weekend].map((at) => new Date(at)), ...within] }),
      scope.run<Columns>({ name: name(`desk-${of}`), text: texts[of], values: [...common, laneOf(view), ...place, limit + 1, ...boundsOf(view, times), chasing, ...within] }),
    ]);
    const shown = page.rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => rowOf(around, row, actor.language)), next: page.rows.length > limit && last ? writeCursor({ ...filter, view }, [last.place ?? NEVER, last.id]) : null,
      counts: counts.rows[0] ?? NOTHING,
    };
  });
}

/** Revisits at most: more than anybody makes in a day. */
const REVISITS = 200;

/** 今日回访: every customer this person has to call back, first due first. */
export function revisits(context: Context, actor: Actor, project: string | null): Promise<DeskRow[]> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const policies = around.policies.known.map(({ policy }) => policy);
    const values = [scope.tenant, bearerKeysOf(actor, around.company.directory.units), hiddenMatters(around, actor), revisitingActs(policies), chasingActs(policies), REVISITS, project, CALL_AGAIN];
    return (await scope.run<Columns>({ name: 'desk-revisits', text: BY_ACT, values })).rows.map((row) => rowOf(around, row, actor.language));
  });
}

function boundsOf(view: NonNullable<Filter['view']>, times: DeskTimes): readonly [Date | string, Date | string] {
  const { from, to } = rangeOf(view, times);
  return [from === null ? '-infinity' : new Date(from), to === null ? 'infinity' : new Date(to)];
}

/** $1 to $5 of every statement of the desk. */
async function parametersOf(scope: Scope<Actor>, around: Surroundings, actor: Actor): Promise<readonly unknown[]> {
  const { directory } = around.company;
  const standing = standsInFor({ directory, now: around.now }, actor.person);
  const keys = [...new Set([actor, ...standing].flatMap((each) => bearerKeysOf(each, directory.units)))];
  const hidden = kindsOfHidden(around, actor);
  return [scope.tenant, keys, actor.person, hidden, await reserved(scope, around, actor, hidden, keys)];
}

/** Of kinds that only those concerned may see: the matters in which this person is concerned. */
async function reserved(scope: Scope<Actor>, around: Surroundings, actor: Actor, hidden: readonly string[], keys: readonly string[]): Promise<readonly string[]> {
  if (hidden.length === 0) return [];
  const { rows } = await scope.run<{ id: string; policy_version: string; state: MatterState }>({ name: 'desk-reserved', text: RESERVED, values: [scope.tenant, keys, hidden] });
  return rows.filter((row) => sees({ world: worldOf(around.policies.version(row.policy_version), around), row }, actor)).map((row) => row.id);
}

function rowOf(around: Surroundings, row: Columns, language: Actor['language']): DeskRow {
  const world = worldOf(around.policies.version(row.policy_version), around);
  const kind = world.policy.kinds[row.kind];
  return {
    matter: {
      id: row.id, number: row.number, kind: row.kind, kindTitle: kind?.title ?? row.kind, subject: row.subject, customerName: row.customer_name, severity: row.severity,
      severityTitle: severityTitle(kind, row.severity), stageTitle: titleOfStage(kind, row.stage), receivedAt: formatInstant(row.received_at, world.policy.zone),
      peril: perilOf(world.policy, row),
    },
    next: obligationJson(world, { id: row.id, kind: row.kind }, row.ob, row.ordinal, (person) => around.company.names.get(person), language), others: row.others, chased: row.chased, pressing: row.first && pressingOf(world.policy, row.first),
    agreed: row.agreed == null ? null : formatInstant(row.agreed, world.policy.zone),
  };
}
