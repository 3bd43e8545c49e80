-- What is found by the beginning of a word: a customer by his name and its spelling (wxm for 王小明, one row for each reading),
-- by the end of his telephone number
-- and by his room; a matter by its number. Filled by the application, after what it is made from was written.
create table search_key (
  tenant_id uuid not null references tenant (id),
  about text not null check (about in ('customer', 'matter')),
  id uuid not null,
  key text not null,
  primary key (tenant_id, about, id, key)
);
comment on table search_key is 'tenant table';
create index search_key_beginning on search_key (tenant_id, about, key text_pattern_ops, id);

-- What is found by words within a text: every pair of neighbouring characters, as a number made of the pair and its company. Rows and
-- plain comparisons, for under row-level security no other kind of index would be used.
create table search_term (
  tenant_id uuid not null references tenant (id),
  about text not null check (about in ('customer', 'matter')),
  term integer not null,
  id uuid not null,
  primary key (tenant_id, about, term, id)
);
comment on table search_term is 'tenant table';

-- The terms of each, so that they can be taken out again.
create table search_text (
  tenant_id uuid not null references tenant (id),
  about text not null check (about in ('customer', 'matter')),
  id uuid not null,
  terms integer[] not null,
  primary key (tenant_id, about, id)
);
comment on table search_text is 'tenant table';

do $$
declare t text;
begin
  foreach t in array array['search_key', 'search_term', 'search_text'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I to aftercare_app using (tenant_id = current_setting(''app.tenant_id'')::uuid) with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update, delete on search_key, search_term, search_text to aftercare_app;

-- The words as the search knows them. Where they differ from those that are there, whoever wrote them, they are read in again.
alter table customer add column sought bigint;
alter table customer add column unsought boolean generated always as (sought is distinct from hashtextextended(name || E'\n' || phone || E'\n' || address, 0)) stored;
create index customer_unsought on customer (tenant_id, id) where unsought;
alter table matter add column sought bigint;
alter table matter add column unsought boolean generated always as (sought is distinct from hashtextextended(number || E'\n' || subject || E'\n' || content || E'\n' || customer_name, 0)) stored;
create index matter_unsought on matter (tenant_id, id) where unsought;

create index house_code on house (tenant_id, code text_pattern_ops);
create index house_of_customer on house (tenant_id, customer_id) where customer_id is not null;
