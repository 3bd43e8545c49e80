import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from '#ui/index.ts';
import { changeJson, customerJson, duplicateJson, mergeJson, type CustomerJson } from '#capabilities/customers/contract.ts';
import { matterRow } from '#capabilities/matters/contract.ts';
import { dealingsAnswer } from '../contract.ts';

const customers = z.object({ items: z.array(customerJson) });
const searched = z.object({ customers: z.object({ items: z.array(z.object({ id: z.string(), title: z.string(), phone: z.string(), address: z.string() })) }) });
const MOST = 50;
export const PAGE = 50;

/** By the search of the whole product first (spelling, tails, rooms), then by plain words; the latest where nothing is sought. */
export const foundQuery = (seek: string) => queryOptions({
  queryKey: ['customers', 'file', seek], placeholderData: keepPreviousData,
  queryFn: async ({ signal }): Promise<readonly CustomerJson[]> => {
    const digits = /^[\d\s+-]{4,}$/.test(seek) && !/^\d+-\d/.test(seek);
    const plain = call({ path: '/api/customers', query: { ...(digits ? { phone: seek } : { search: seek }), limit: MOST }, schema: customers, signal });
    if (seek === '') return (await plain).items;
    const [found, words] = await Promise.all([call({ path: '/api/search', query: { q: seek }, schema: searched, signal }), plain]);
    const first = found.customers.items.map(({ id, title, phone, address }) => ({ id, name: title, phone, address }));
    // Of one found both ways the list of customers knows whether his file opens.
    return [...first.map((each) => words.items.find((one) => one.id === each.id) ?? each), ...words.items.filter((each) => !first.some((one) => one.id === each.id))];
  },
});

export const dealingsQuery = (customer: string) => infiniteQueryOptions({
  queryKey: ['customer', customer, 'dealings'], initialPageParam: '',
  queryFn: ({ pageParam, signal }) => call({ path: `/api/customers/${customer}/dealings`, query: { limit: PAGE, cursor: pageParam }, schema: dealingsAnswer, signal }),
  getNextPageParam: (page) => page.next,
});

export const mattersOfQuery = (customer: string) => infiniteQueryOptions({
  queryKey: ['matters', 'of', customer], initialPageParam: '',
  queryFn: ({ pageParam, signal }) => call({ path: '/api/matters', query: { customer, limit: PAGE, cursor: pageParam }, schema: z.object({ items: z.array(matterRow), next: z.string().nullable() }), signal }),
  getNextPageParam: (page) => page.next,
});

/** Something written into a customer's file. */
export interface Keeping { readonly method: 'POST' | 'PUT'; readonly path: string; readonly body: unknown }
export const keepThing = (customer: string, { method, path, body }: Keeping, key: string): Promise<unknown> => call({ method, path: `/api/customers/${customer}/${path}`, body, schema: z.unknown(), key });
export const changeDetails = (customer: string, body: unknown, key: string): Promise<unknown> => call({ method: 'PUT', path: `/api/customers/${customer}`, body, schema: z.unknown(), key });
export const markCustomer = (customer: string, body: unknown, key: string): Promise<unknown> => call({ method: 'PUT', path: `/api/customers/${customer}/key`, body, schema: z.unknown(), key });
export const mergeCustomer = (customer: string, body: unknown, key: string): Promise<unknown> => call({ method: 'POST', path: `/api/customers/${customer}/merges`, body, schema: z.unknown(), key });
export const undoMerge = (customer: string, merge: string, key: string): Promise<unknown> => call({ method: 'POST', path: `/api/customers/${customer}/merges/${merge}/undo`, schema: z.unknown(), key });

export const duplicatesQuery = (customer: string) => queryOptions({
  queryKey: ['customer', customer, 'duplicates'],
  queryFn: ({ signal }) => call({ path: `/api/customers/${customer}/duplicates`, schema: z.object({ items: z.array(duplicateJson), merges: z.array(mergeJson) }), signal }),
});
export const historyQuery = (customer: string) => queryOptions({
  queryKey: ['customer', customer, 'history'],
  queryFn: ({ signal }) => call({ path: `/api/customers/${customer}/history`, schema: z.object({ items: z.array(changeJson) }), signal }).then(({ items }) => items),
});
