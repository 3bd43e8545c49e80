import type { Scope, TenantActor } from '#platform/db/index.ts';
import { termsOf } from '../rules/terms.ts';

/** More candidates than this narrow nothing: looking at the newest matters one by one finds a page of them sooner. */
const MOST = 3_000;

/**
 * $2 the terms, $3 one more than `MOST`. The rarest term leads, the others are probed for; beside them what is not read in yet, and
 * what has more words than terms (the very condition of their indexes). How many have the rarest term tells whether it is worth it.
 */
const HOLDING = `with rarest as materialized (select w.term, (select count(*) from (select from search_term f where f.tenant_id = $1 and f.about = 'matter' and f.term = w.term limit $3) few) as n
    from unnest($2::integer[]) as w(term) order by n limit 1),
  held as materialized (select s.id from rarest r join search_term s on s.tenant_id = $1 and s.about = 'matter' and s.term = r.term and r.n < $3
      where not exists (select from unnest($2::integer[]) as w(term) where not exists (select from search_term o where o.tenant_id = $1 and o.about = 'matter' and o.term = w.term and o.id = s.id))
    union all (select m.id from matter m where m.tenant_id = $1 and m.unsought limit $3)
    union all (select m.id from matter m where m.tenant_id = $1 and char_length(number) + char_length(subject) + char_length(customer_name) + char_length(content) > 380 limit $3))
  select (select n from rarest) as rarest, coalesce((select array_agg(id) from held), '{}') as ids`;

/**
 * Ids of all matters that may hold a text, and of some that do not: whoever asks looks at the texts themselves.
 * @returns null where so many may that it tells nothing, or the text has no two neighbouring characters.
 */
export async function mattersHolding<A extends TenantActor>(scope: Scope<A>, text: string): Promise<readonly string[] | null> {
  const terms = termsOf(scope.tenant, text);
  if (terms.length === 0) return null;
  const { rows: [found] } = await scope.run<{ rarest: number; ids: string[] }>({ name: 'search-holding', text: HOLDING, values: [scope.tenant, terms, MOST + 1] });
  return found === undefined || found.rarest > MOST || found.ids.length > 2 * MOST ? null : found.ids;
}
