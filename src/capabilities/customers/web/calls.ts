import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from '#ui/index.ts';
import { customerCard, customerJson } from '../contract.ts';

const found = z.object({ items: z.array(customerJson), next: z.string().nullable().optional() });

/** Customers with this telephone number (or its last four digits), or whose name or address has these words. */
export const customersQuery = (sought: { phone?: string; search?: string }) => queryOptions({
  queryKey: ['customers', sought],
  queryFn: ({ signal }) => call({ path: '/api/customers', query: { ...sought, limit: 10 }, schema: found, signal }).then((list) => list.items),
  enabled: (sought.phone ?? sought.search ?? '') !== '',
});

/** The communities, branches or areas the company serves. */
export const projectsQuery = queryOptions({ queryKey: ['projects'], staleTime: 300_000, queryFn: ({ signal }) => call({ path: '/api/projects', schema: z.object({ items: z.array(z.string()) }), signal }).then(({ items }) => items) });

/** Who he is and what is open for him. */
export const customerQuery = (id: string | null) => queryOptions({
  queryKey: ['customer', id],
  queryFn: ({ signal }) => call({ path: `/api/customers/${id ?? ''}`, schema: customerCard, signal }),
  enabled: id !== null,
});
