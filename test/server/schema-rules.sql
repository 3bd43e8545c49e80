-- What a table may not do if the product is ever to be spread over several databases by company. Every row is a fault.
with tenant_table as (
  select a.attrelid as oid, a.attnum, a.attnotnull, c.relrowsecurity, c.relforcerowsecurity
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where a.attname = 'tenant_id' and not a.attisdropped and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
)
select 'key without tenant_id' as rule, t.oid::regclass::text as tab, i.indexrelid::regclass::text as what
from tenant_table t join pg_index i on i.indrelid = t.oid
where (i.indisunique or i.indisexclusion) and i.indkey[0] <> t.attnum
union all
select 'foreign key between tenant tables without tenant_id', c.conrelid::regclass::text, c.conname
from pg_constraint c join tenant_table t on t.oid = c.conrelid join tenant_table r on r.oid = c.confrelid
where c.contype = 'f' and not t.attnum = any (c.conkey)
union all
select 'foreign key that sets tenant_id to null or default', c.conrelid::regclass::text, c.conname
from pg_constraint c join tenant_table t on t.oid = c.conrelid
where c.contype = 'f' and c.confdeltype in ('n', 'd') and t.attnum = any (c.conkey)
union all
select 'foreign key from another table to a tenant table', c.conrelid::regclass::text, c.conname
from pg_constraint c join tenant_table t on t.oid = c.confrelid
where c.contype = 'f' and not exists (select from tenant_table x where x.oid = c.conrelid)
union all
select 'number made by the database', a.attrelid::regclass::text, a.attname
from pg_attribute a join tenant_table t on t.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'
union all
select 'trigger', g.tgrelid::regclass::text, g.tgname from pg_trigger g join tenant_table t on t.oid = g.tgrelid where not g.tgisinternal
union all
select 'tenant_id may be null', oid::regclass::text, 'tenant_id' from tenant_table where not attnotnull
union all
select 'row-level security not forced', oid::regclass::text, '' from tenant_table where not (relrowsecurity and relforcerowsecurity)
union all
select 'subquery in a policy', p.polrelid::regclass::text, p.polname from pg_policy p join tenant_table t on t.oid = p.polrelid
where coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') ~* '\mselect\M'
union all
select 'policy that forgives a missing tenant', p.polrelid::regclass::text, p.polname from pg_policy p join tenant_table t on t.oid = p.polrelid
where pg_get_expr(p.polqual, p.polrelid) ~ 'current_setting\([^)]*, true\)'
union all
select 'table without its kind in a comment', c.oid::regclass::text, '' from pg_class c
where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration' and obj_description(c.oid) is null
union all
select 'table of neither kind', c.oid::regclass::text, '' from pg_class c
where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not in ('migration', 'tenant')
  and not exists (select from tenant_table t where t.oid = c.oid) and coalesce(obj_description(c.oid), '') not in ('reference table', 'local table')
order by 1, 2;
