import { z } from 'zod';
import { matterViews } from '../../contract.ts';

/** The filter of the list as it stands in the address. What does not fit is left out, not refused: addresses are typed by people. */
export const mattersSearch = z.object({
  view: z.enum(matterViews).optional().catch(undefined),
  kind: z.string().optional().catch(undefined), stage: z.string().optional().catch(undefined), severity: z.string().optional().catch(undefined),
  search: z.string().optional().catch(undefined), number: z.string().optional().catch(undefined), customer: z.string().optional().catch(undefined),
  bearer: z.string().optional().catch(undefined), named: z.string().optional().catch(undefined), shared: z.string().optional().catch(undefined), owed: z.enum(['open', 'today', 'overdue']).optional().catch(undefined),
  open: z.enum(['true', 'false']).optional().catch(undefined), overdue: z.literal('true').optional().catch(undefined),
  /** Where the page begins; absent on the first. */
  after: z.string().max(600).optional().catch(undefined),
});
type Read = z.infer<typeof mattersSearch>;
export type MattersSearch = { readonly [K in keyof Read]?: NonNullable<Read[K]> };
type Written = { -readonly [K in keyof MattersSearch]: MattersSearch[K] };

/** Reads the address; `true`, `false` and numbers may have been turned into values on the way. */
export function readMattersSearch(search: Record<string, unknown>): MattersSearch {
  const words = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, typeof value === 'boolean' || typeof value === 'number' ? String(value) : value]));
  return Object.fromEntries(Object.entries(mattersSearch.parse(words)).filter(([, value]) => value !== undefined));
}

/** Filters that no field of the list shows, in the order they are read in, each with its word: they come by a link. */
export function linkedFilters({ owed, ...filter }: MattersSearch): readonly { readonly name: 'named' | 'bearer' | 'shared' | 'owed' | 'overdue' | 'customer' | 'number'; readonly word: 'byNamed' | 'byShared' | 'byOpen' | 'byToday' | 'byOverdue' | 'byCustomer' | 'byNumber' }[] {
  const words = { named: 'byNamed', bearer: 'byNamed', shared: 'byShared', overdue: 'byOverdue', customer: 'byCustomer', number: 'byNumber' } as const;
  const said = (Object.keys(words) as (keyof typeof words)[]).filter((name) => filter[name] !== undefined).map((name) => ({ name, word: words[name] }));
  return owed === undefined ? said : [...said, { name: 'owed', word: ({ open: 'byOpen', today: 'byToday', overdue: 'byOverdue' } as const)[owed] }];
}

/** The filter without its place: another filter begins at its first page. */
export function filterOf(search: MattersSearch): Omit<MattersSearch, 'after'> {
  const filter: Written = { ...search };
  delete filter.after;
  return filter;
}
