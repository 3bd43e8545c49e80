import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from '#ui/index.ts';
import { kindJson, policyJson, policyPage } from '../contract.ts';

export type KindJson = z.infer<typeof kindJson>;

/** The kinds of matters one may see, with what their intake asks. They change only with the policy. */
export const kindsQuery = queryOptions({
  queryKey: ['kinds'], staleTime: 300_000,
  queryFn: ({ signal }) => call({ path: '/api/kinds', schema: z.object({ items: z.array(kindJson) }), signal }).then((list) => list.items),
});

export const policiesQuery = queryOptions({
  queryKey: ['policies'], staleTime: 300_000,
  queryFn: ({ signal }) => call({ path: '/api/policies', schema: z.object({ items: z.array(policyJson) }), signal }).then((list) => list.items),
});

/** One policy whole: document, rules, coverage. */
export const policyQuery = (id: string | undefined) => queryOptions({
  queryKey: ['policy', id], staleTime: 300_000, enabled: id !== undefined,
  queryFn: ({ signal }) => call({ path: `/api/policies/${encodeURIComponent(id ?? '')}`, schema: policyPage, signal }),
});
