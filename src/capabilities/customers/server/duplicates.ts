import type { Scope } from '#platform/db/index.ts';
import { formatInstant } from '#engine';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { DuplicateJson, MergeJson } from '../contract.ts';
import { customerToRead } from './readable.ts';

const MOST = 20;
/** $2 himself, $3 his number, $4 his name, $5 his address. A number that a whole front desk shares proposes only so many. */
const ALIKE = `select c.id, c.name, c.phone, c.address, case when $3 <> '' and c.phone = $3 then 'phone' else 'name-and-home' end as because,
    (select count(*)::int from matter m where m.tenant_id = $1 and m.customer_id = c.id) as matters
  from customer c where c.tenant_id = $1 and c.id <> $2 and c.erased_at is null and c.merged_into is null
    and (($3 <> '' and c.phone = $3) or ($4 <> '' and c.name = $4 and (($5 <> '' and c.address = $5) or exists (
      select from house o join house h on h.tenant_id = $1 and h.customer_id = $2 and h.code = o.code where o.tenant_id = $1 and o.customer_id = c.id))))
  order by because desc, c.created_at, c.id limit ${MOST}`;
const MERGES = `select g.id, c.name, g.merged_at as at, coalesce(p.name, '') as by, jsonb_array_length(g.moved->'matters') as matters
  from customer_merge g join customer c on c.tenant_id = $1 and c.id = g.merged left join person p on p.tenant_id = $1 and p.id = g.merged_by
  where g.tenant_id = $1 and g.survivor = $2 and g.undone_at is null order by g.merged_at desc, g.id limit ${MOST}`;

/** Who may be the same person as a customer (same number; or same name and same home), and what became part of his file. @throws Failure 404 */
export async function duplicatesOf(context: Context, scope: Scope<Actor>, id: string): Promise<{ items: DuplicateJson[]; merges: MergeJson[] }> {
  const customer = await customerToRead(context, scope, id);
  const items = (await scope.run<DuplicateJson>({ name: 'customer-alike', text: ALIKE, values: [scope.tenant, customer.id, customer.phone, customer.name, customer.address] })).rows;
  const merges = (await scope.run<Omit<MergeJson, 'at'> & { at: number }>({ name: 'customer-merges', text: MERGES, values: [scope.tenant, customer.id] })).rows;
  return { items, merges: merges.map((each) => ({ ...each, at: formatInstant(each.at, scope.actor.zone) })) };
}
