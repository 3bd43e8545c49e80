import { civilDayOf, endOfDay, startOfDay } from '#engine/calendar/index.ts';
import { countMatters, finalStages, heaviestOf, reopenings, type Surroundings } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import { figureNames, type FigureJson } from '../contract.ts';
import { BEFORE } from './statements.ts';

type Name = FigureJson['name'];
const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** What has ended is looked at for as long as this, counted from its receipt. */
const LOOKED_BACK = 120 * DAY;

/** The filter of the list that finds exactly the rows of each figure. */
export const FILTERS: Readonly<Record<Name, FigureJson['filter']>> = {
  open: { open: 'true' }, today: { view: 'today' }, overdue: { view: 'overdue' }, heaviest: { view: 'heaviest', open: 'true' }, unsatisfied: { view: 'reopened', open: 'true' },
};

/** The five figures. They are counted by the very list that their rows are read from, so that a number never differs from its rows. */
export function figures(context: Context, actor: Actor, project: string | null): (scope: Scope<Actor>, around: Surroundings, hidden: readonly string[]) => Promise<FigureJson[]> {
  const filterOf = (name: Name): FigureJson['filter'] => ({ ...FILTERS[name], ...(project === null ? {} : { project }) });
  const counting = Promise.all(figureNames.map(async (name) => ({ name, ...(await countMatters(context, actor, filterOf(name))) })));
  return async (scope, around, hidden) => {
    const before = await aWeekAgo(scope, around, hidden, project);
    return (await counting).map(({ name, count, more }) => ({ name, now: count, more, before: before[name], filter: filterOf(name) }));
  };
}

const NOTHING: Readonly<Record<Name, number>> = { open: 0, today: 0, overdue: 0, heaviest: 0, unsatisfied: 0 };

async function aWeekAgo(scope: Scope<Actor>, around: Surroundings, hidden: readonly string[], project: string | null): Promise<Readonly<Record<Name, number>>> {
  const then = around.now - WEEK;
  const day = civilDayOf(then, scope.actor.zone);
  const kinds = around.policies.known.flatMap(({ policy }) => Object.values(policy.kinds));
  const finals = finalStages(around);
  const heaviest = kinds.flatMap(heaviestOf);
  const anew = reopenings(kinds);
  const values = [
    scope.tenant, new Date(then), new Date(then - LOOKED_BACK), hidden, finals.map(([kind]) => kind), finals.map(([, stage]) => stage), heaviest.map(([kind]) => kind), heaviest.map(([, severity]) => severity),
    new Date(startOfDay(day, scope.actor.zone)), new Date(endOfDay(day, scope.actor.zone)), anew.map((each) => each.kind), anew.map((each) => each.act), anew.map((each) => each.outcome ?? ''), project,
  ];
  return (await scope.run<Record<Name, number>>({ name: 'cockpit-before', text: BEFORE, values })).rows[0] ?? NOTHING;
}
