-- 一户一档. What a customer has: one table per thing, for any trade. A thing that has ended keeps its row.
alter table customer add column key_customer boolean not null default false;
-- The community, branch or area he is served in; '' = none.
alter table customer add column project text not null default '';
-- Twice the same person: whose file this one became part of.
alter table customer add column merged_into uuid;
create index customer_project on customer (tenant_id, project) where project <> '';
create index customer_merged on customer (tenant_id, merged_into) where merged_into is not null;
create index customer_name on customer (tenant_id, name) where name <> '';

-- A home, an office, a site; a gas account by its number.
alter table house add column use text not null default '';
alter table house add column account text not null default '';
alter table house add column occupancy text not null default '';
alter table house add column handed_over date;

alter table warranty add column ended_on date;

create table device (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  customer_id uuid not null,
  house_id uuid,
  name text not null,
  model text not null default '',
  serial text not null default '',
  software text not null default '',
  bought_on date,
  installed_on date,
  warranty_until date,
  ended_on date,
  primary key (tenant_id, id)
);
comment on table device is 'tenant table';
create index device_customer on device (tenant_id, customer_id);
create index device_serial on device (tenant_id, serial) where serial <> '';

create table contract (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  customer_id uuid not null,
  house_id uuid,
  number text not null,
  about text not null,
  filing text not null default '',
  payment text not null default '',
  signed_on date,
  begins_on date,
  until date,
  delivered_on date,
  ended_on date,
  primary key (tenant_id, id)
);
comment on table contract is 'tenant table';
create index contract_customer on contract (tenant_id, customer_id);
create index contract_number on contract (tenant_id, number);

-- 同意: what he agreed to, how, and who wrote it down; withdrawn = ended.
create table consent (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  customer_id uuid not null,
  purpose text not null,
  given_on date not null,
  how text not null,
  recorded_by uuid,
  ended_on date,
  ended_how text not null default '',
  ended_by uuid,
  primary key (tenant_id, id)
);
comment on table consent is 'tenant table';
create index consent_customer on consent (tenant_id, customer_id);

-- What became one file, and what moved with it: so that it can be taken apart again.
create table customer_merge (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  survivor uuid not null,
  merged uuid not null,
  moved jsonb not null,
  merged_at timestamptz not null,
  merged_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (tenant_id, id)
);
comment on table customer_merge is 'tenant table';
create index customer_merge_survivor on customer_merge (tenant_id, survivor, merged_at);

do $$
declare t text;
begin
  foreach t in array array['device', 'contract', 'consent', 'customer_merge'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I to aftercare_app using (tenant_id = current_setting(''app.tenant_id'')::uuid) with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on device, contract, consent, customer_merge to aftercare_app;
grant delete on device, contract, consent, warranty, house to aftercare_app;
grant update on warranty to aftercare_app;

-- He is served where his home is.
alter table customer no force row level security;
alter table house no force row level security;
update customer c set project = h.community from (select distinct on (tenant_id, customer_id) tenant_id, customer_id, community from house where customer_id is not null and community <> '' order by tenant_id, customer_id, community) h
  where h.tenant_id = c.tenant_id and h.customer_id = c.id;
alter table customer force row level security;
alter table house force row level security;
