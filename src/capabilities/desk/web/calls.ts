import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from '#ui/index.ts';
import { clockAnswer, clockJson, aheadAnswer, deskAnswer, deskRow, type ClockJson } from '../contract.ts';

export type View = 'now' | 'today' | 'later' | 'waiting' | 'approvals' | 'periodic';
export const PAGE = 50;
/** The project that is looked at; empty for all. */
export type Within = { readonly project?: string };
/** The desk is read again every minute, for a working-hours clock may have opened or closed since. */
export const deskQuery = (view: View, within: Within) => infiniteQueryOptions({
  queryKey: ['desk', view, within], initialPageParam: '', refetchInterval: 60_000,
  queryFn: ({ pageParam, signal }) => call({ path: '/api/desk', query: { view, ...within, limit: PAGE, cursor: pageParam }, schema: deskAnswer, signal }),
  getNextPageParam: (page) => page.next,
});

/** What falls due until an instant if nobody acts, and who is told of it. */
export const aheadQuery = (until: string) => queryOptions({
  queryKey: ['desk', 'ahead', until], staleTime: 30_000,
  queryFn: ({ signal }) => call({ path: '/api/desk/ahead', query: { until }, schema: aheadAnswer, signal }),
});

/** Everybody I have to call back, first due first. */
export const revisitsQuery = (within: Within) => queryOptions({
  queryKey: ['desk', 'revisits', within], refetchInterval: 60_000,
  queryFn: ({ signal }) => call({ path: '/api/desk/revisits', query: within, schema: z.object({ items: z.array(deskRow) }), signal }).then((list) => list.items),
});

/** The policy's clock as the server has it, measured again every minute. */
export const clockQuery = queryOptions({
  queryKey: ['clock'], refetchInterval: 60_000, staleTime: 0,
  queryFn: ({ signal }): Promise<ClockJson> => call({ path: '/api/clock', schema: clockJson, signal }),
});
export type ClockMove = { readonly advance: string; readonly run?: boolean } | { readonly set: string; readonly run?: boolean };
export const moveClock = (move: ClockMove, key: string): Promise<z.infer<typeof clockAnswer>> => call({ method: 'POST', path: '/api/demo/clock', body: move, schema: clockAnswer, key });
