import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from '#ui/index.ts';
import { matterRow } from '#capabilities/matters/contract.ts';
import { cockpitAnswer, type FigureJson } from '../contract.ts';

/** Below `desk`: it is read again whenever a matter changes. */
export const cockpitQuery = (within: { readonly project?: string }) => queryOptions({
  queryKey: ['desk', 'cockpit', within], refetchInterval: 60_000,
  queryFn: ({ signal }) => call({ path: '/api/cockpit', query: within, schema: cockpitAnswer, signal }),
});

/** How many decisions wait for me. */
export const waitingQuery = queryOptions({
  queryKey: ['desk', 'approvals', 'waiting'],
  queryFn: ({ signal }) => call({ path: '/api/approvals', schema: z.object({ waiting: z.number() }), signal }).then(({ waiting }) => waiting),
});

/** A filter of the list of matters, as its address writes it. */
export type RowsFilter = FigureJson['filter'] & { readonly named?: string | undefined; readonly shared?: string | undefined; readonly owed?: 'open' | 'today' | 'overdue' };
const ROWS = 100;
export const rowsQuery = (filter: RowsFilter) => queryOptions({
  queryKey: ['matters', 'cockpit', filter],
  queryFn: ({ signal }) => call({ path: '/api/matters', query: { ...filter, limit: ROWS }, schema: z.object({ items: z.array(matterRow), next: z.string().nullable() }), signal }),
});
