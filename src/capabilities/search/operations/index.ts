import { operation } from '#platform/operations/index.ts';
import { searchAnswer, searchFilter } from '../contract.ts';
import { search } from '../server/search.ts';

export const readSearch = operation({
  method: 'GET', path: '/api/search', summary: { zh: '全局搜索', en: 'Search everything' }, access: { is: 'right', right: 'work' }, query: searchFilter, answer: searchAnswer,
  handle: ({ actor, input: { query }, context }) => search(context, actor, query.q),
});

/** Everything that can be asked of the search over HTTP. */
export const searchOperations = [readSearch] as const;
