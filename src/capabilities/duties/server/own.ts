import { civilDayOf, dateOf } from '#engine/calendar/index.ts';
import type { Language, Policy } from '#engine';
import { dutySentence, periodStart } from '#capabilities/policies/index.ts';
import { gatherTenant, hiddenKinds, type Surroundings } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { DutiesAnswer, Kept, OwnDuty } from '../contract.ts';
import { dutiesOf, type Mine } from '../rules/mine.ts';
import { COUNTED, ownParameters } from './statements.ts';

interface Row { readonly duty: string; readonly lately: boolean; readonly result: keyof Kept; readonly n: number }

const NONE: Kept = { met: 0, late: 0, overdue: 0 };
/** A day within the month before. */
const BACK = 86_400_000;

/** First instants of this month and of the one before, in the company's zone. */
export function monthsAt(now: number, zone: string): { readonly this: number; readonly last: number } {
  const here = periodStart('month', now, zone);
  return { this: here, last: periodStart('month', here - BACK, zone) };
}

/** 我的职责: each duty that is mine in the policies in force, in a sentence, with my own record of this month and the last. */
export function ownDuties(context: Context, actor: Actor): Promise<DutiesAnswer> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const months = monthsAt(around.now, actor.zone);
    const values = [...ownParameters(scope.tenant, actor), new Date(months.last), new Date(around.now), new Date(months.this)];
    const { rows } = await scope.run<Row>({ name: 'duties-record', text: COUNTED, values });
    const day = (at: number): string => dateOf(civilDayOf(at, actor.zone));
    return {
      months: { this: day(months.this), last: day(months.last) },
      policies: around.policies.inForce.map(({ policy }) => ({ id: policy.id, title: policy.title, version: policy.version })),
      items: around.policies.inForce.flatMap(({ written }) => dutiesIn(written, around, actor, rows)),
    };
  });
}

/** Duties of kinds that the person may not list are not told to him. */
function dutiesIn(policy: Policy, around: Surroundings, actor: Actor, rows: readonly Row[]): readonly OwnDuty[] {
  const hidden = hiddenKinds(around, actor);
  const mine = dutiesOf(policy, around.company.directory, actor);
  // What he did bear once is his, too, however it came to him.
  const borne = Object.values(policy.duties).filter((duty) => rows.some((row) => row.duty === duty.id) && !mine.some((each) => each.duty === duty)).map((duty) => ({ duty, via: [] }));
  return [...mine, ...borne].filter(({ duty }) => !hidden.includes(duty.of)).map((each) => dutyJson(policy, each, rows, actor.language));
}

function dutyJson(policy: Policy, { duty, via }: Mine, rows: readonly Row[], language: Language): OwnDuty {
  const kept = (lately: boolean): Kept => ({ ...NONE, ...Object.fromEntries(rows.filter((row) => row.duty === duty.id && row.lately === lately).map((row) => [row.result, row.n])) });
  return {
    policy: policy.id, duty: duty.id, title: duty.title, kindTitle: policy.kinds[duty.of]?.title ?? duty.of, says: dutySentence(policy, duty)[language],
    clause: [...new Set([...duty.source.clause, ...duty.rows.flatMap((row) => row.source.clause)])], ours: duty.source.ours, via: [...via], thisMonth: kept(true), lastMonth: kept(false),
  };
}
