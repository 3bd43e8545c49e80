import { withReadScope } from '#platform/db/index.ts';
import { operation } from '#platform/operations/index.ts';
import { colleagueFilter, colleaguesAnswer, positionsAnswer, unitsAnswer } from '../contract.ts';
import { rosterOperations } from './rosters.ts';
import { colleaguesLike, positionsOf, unitsOf } from '../server/reading.ts';

const PICKER = 50;

export const listUnits = operation({
  method: 'GET',
  path: '/api/units',
  summary: { zh: '部门列表', en: 'List units' },
  access: { is: 'signed-in' },
  answer: unitsAnswer,
  handle: async ({ actor, context }) => ({ items: await withReadScope(context.db, actor, unitsOf), next: null }),
});

export const listPositions = operation({
  method: 'GET',
  path: '/api/positions',
  summary: { zh: '岗位列表', en: 'List positions' },
  access: { is: 'signed-in' },
  answer: positionsAnswer,
  handle: async ({ actor, context }) => ({ items: await withReadScope(context.db, actor, positionsOf), next: null }),
});

export const listColleagues = operation({
  method: 'GET',
  path: '/api/colleagues',
  summary: { zh: '查找同事', en: 'Find colleagues' },
  access: { is: 'signed-in' },
  query: colleagueFilter,
  answer: colleaguesAnswer,
  async handle({ actor, input: { query }, context }) {
    const items = await withReadScope(context.db, actor, (scope) => colleaguesLike(scope, query.search ?? '', query.limit ?? PICKER));
    return { items, next: null };
  },
});

export const organisationOperations = [listUnits, listPositions, listColleagues, ...rosterOperations] as const;
