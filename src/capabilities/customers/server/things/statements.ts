import { columnOf, fieldsOf, type Thing } from '../../rules/things.ts';

/** $1 tenant, $2 id, $3 customer, then the fields in their order; of a consent also who wrote it down. */
export function insertOf(thing: Thing): string {
  const columns = [...fieldsOf(thing).map(columnOf), ...(thing.table === 'consent' ? ['recorded_by'] : [])];
  return `insert into ${thing.table} (tenant_id, id, customer_id, ${columns.join(', ')}) values ($1, $2, $3, ${columns.map((_, at) => `$${at + 4}`).join(', ')})`;
}

/** $1 tenant, $2 id, $3 customer, then the fields in their order. What has ended is not changed. */
export function updateOf(thing: Thing): string {
  const sets = fieldsOf(thing).map((field, at) => `${columnOf(field)} = $${at + 4}`);
  return `update ${thing.table} set ${sets.join(', ')} where tenant_id = $1 and id = $2 and customer_id = $3${thing.table === 'house' ? '' : ' and ended_on is null'}`;
}

/** $1 tenant, $2 id, $3 customer, $4 the day; of a consent $5 how, $6 by whom. A home stays: he no longer has it, and nothing of his own stays with it. */
export function endOf(thing: Thing): string {
  if (thing.table === 'house') return "update house set customer_id = null, account = '', occupancy = '' where tenant_id = $1 and id = $2 and customer_id = $3";
  const more = thing.table === 'consent' ? ', ended_how = $5, ended_by = $6' : '';
  return `update ${thing.table} set ended_on = $4${more} where tenant_id = $1 and id = $2 and customer_id = $3 and ended_on is null`;
}

export const HOME = 'select 1 from house where tenant_id = $1 and customer_id = $2 and id = $3';
/** Who has this home: a customer, or nobody. */
export const TAKEN = 'select h.id, h.customer_id, coalesce(c.name, \'\') as name from house h left join customer c on c.tenant_id = $1 and c.id = h.customer_id where h.tenant_id = $1 and h.community = $2 and h.code = $3';
/** Takes over a home that nobody has. */
export const MOVE_IN = 'update house set customer_id = $3 where tenant_id = $1 and id = $2 and customer_id is null';
/** He is served where his home is, unless something else was said. */
export const SERVED = "update customer set project = $3 where tenant_id = $1 and id = $2 and project = ''";
