import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '#ui/index.ts';
import { searchAnswer } from '../contract.ts';

/** What is found for these words; what was found before stays on the screen while the next answer is awaited. */
export const searchQuery = (typed: string) => queryOptions({
  queryKey: ['search', typed], enabled: typed.trim() !== '', staleTime: 5_000, placeholderData: keepPreviousData,
  queryFn: ({ signal }) => call({ path: '/api/search', query: { q: typed }, schema: searchAnswer, signal }),
});
