/** $1 tenant, $2 import. */
export const LOCK = 'select imported_at, undone_at from import_batch where tenant_id = $1 and id = $2 for update';

/** All of whom the import brought something, before anything of theirs is looked at. */
export const HOLD = `select c.id from customer c where c.tenant_id = $1 and c.id in (select i.id from imported i where i.tenant_id = $1 and i.import_id = $2::uuid and i.thing = 'customer'
    union all select h.customer_id from imported i join house h on h.tenant_id = $1 and h.id = i.id where i.tenant_id = $1 and i.import_id = $2::uuid and i.thing in ('house', 'moved')
    union all select d.customer_id from imported i join device d on d.tenant_id = $1 and d.id = i.id where i.tenant_id = $1 and i.import_id = $2::uuid and i.thing = 'device'
    union all select w.customer_id from imported i join warranty w on w.tenant_id = $1 and w.id = i.id where i.tenant_id = $1 and i.import_id = $2::uuid and i.thing = 'warranty')
  order by c.id for update`;
const OF = (thing: string): string => `select i.id from imported i where i.tenant_id = $1 and i.import_id = $2::uuid and i.thing = '${thing}'`;

/** Customers of the import for whom nothing was registered since, and whose stream tells of nothing but it. */
export const UNTOUCHED = `select c.id from customer c where c.tenant_id = $1 and c.id in (${OF('customer')}) and c.erased_at is null and c.merged_into is null
  and not exists (select from matter m where m.tenant_id = $1 and m.customer_id = c.id)
  and not exists (select from customer k where k.tenant_id = $1 and k.merged_into = c.id)
  and not exists (select from event e where e.tenant_id = $1 and e.stream = c.id and e.body->>'import' is distinct from ($2::uuid)::text)
  order by c.id for update`;

/** What goes: with its customer, or because nobody has written of it since. $3 customers that go. */
const goes = (alias: string, thing: string): string => `${alias}.tenant_id = $1 and ${alias}.id in (${OF(thing)}) and (${alias}.customer_id is null or ${alias}.customer_id = any($3::uuid[])
    or not exists (select from event e where e.tenant_id = $1 and e.stream = ${alias}.customer_id and e.body->>'${thing === 'moved' ? 'house' : thing}' = ${alias}.id::text and e.body->>'import' is distinct from ($2::uuid)::text)
      and not exists (${OF('customer')} and i.id = ${alias}.customer_id))`;

export const REMOVE = (thing: string, table: string): string => `delete from ${table} t where ${goes('t', thing)} returning t.id, t.customer_id as customer`;
/** A home that was there before the import has nobody again. */
export const LEAVE = `with gone as (select t.id, t.customer_id as customer from house t where ${goes('t', 'moved')})
  update house h set customer_id = null from gone g where h.tenant_id = $1 and h.id = g.id returning h.id, g.customer`;
export const FREE_HOMES = `delete from house t where ${goes('t', 'house')}
  and not exists (select from device d where d.tenant_id = $1 and d.house_id = t.id) and not exists (select from warranty w where w.tenant_id = $1 and w.house_id = t.id)
  and not exists (select from contract k where k.tenant_id = $1 and k.house_id = t.id) returning t.id, t.customer_id as customer`;

/** His stream stays, emptied: no history is ever taken away. */
export const FORGET = "update customer set name = '', phone = '', address = '', erased_at = $3 where tenant_id = $1 and id = any($2::uuid[])";
export const EMPTY_WORDS = "update event_words set words = '{}', salt = '\\x' where tenant_id = $1 and stream = any($2::uuid[])";

/** How much of it is still there. */
export const CHANGED_SINCE = `select count(*)::integer as kept from imported i where i.tenant_id = $1 and i.import_id = $2::uuid and (
    (i.thing = 'customer' and exists (select from customer c where c.tenant_id = $1 and c.id = i.id and c.erased_at is null))
    or (i.thing = 'house' and exists (select from house h where h.tenant_id = $1 and h.id = i.id))
    or (i.thing = 'device' and exists (select from device d where d.tenant_id = $1 and d.id = i.id))
    or (i.thing = 'warranty' and exists (select from warranty w where w.tenant_id = $1 and w.id = i.id)))`;

/** $3 when, $4 by whom, $5 how much of it stayed. */
export const UNDONE = 'update import_batch set undone_at = $3, undone_by = $4, kept = $5 where tenant_id = $1 and id = $2';
export const LATEST = `select b.id, b.sheet, b.file, b.brought, b.same, b.wrong, b.imported_at as at, coalesce(p.name, '') as by, b.undone_at is not null as undone, coalesce(b.kept, 0) as kept
  from import_batch b left join person p on p.tenant_id = $1 and p.id = b.imported_by where b.tenant_id = $1 order by b.imported_at desc, b.id desc limit 20`;
