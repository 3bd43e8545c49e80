create table customer (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  phone text not null default '',
  address text not null default '',
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (tenant_id, id)
);
comment on table customer is 'tenant table';
create index customer_phone on customer (tenant_id, phone);

create table house (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  code text not null,
  community text not null default '',
  customer_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, community, code)
);
comment on table house is 'tenant table';

create table policy_version (
  tenant_id uuid not null references tenant (id),
  policy text not null,
  version text not null,
  title text not null,
  rules_text text not null,
  document_text text not null,
  published_at timestamptz not null,
  published_by uuid,
  -- null = not in force; the newest in force is taken by what is received from then on
  in_force_from timestamptz,
  in_force_until timestamptz,
  primary key (tenant_id, policy, version)
);
comment on table policy_version is 'tenant table';

-- Corrections to the calendar table that the product brings (public holidays and make-up days).
create table calendar_day (
  tenant_id uuid not null references tenant (id),
  day date not null,
  kind text not null check (kind in ('holiday', 'workday')),
  primary key (tenant_id, day)
);
comment on table calendar_day is 'tenant table';

create table tenant_counter (
  tenant_id uuid not null references tenant (id),
  name text not null,
  last bigint not null,
  primary key (tenant_id, name)
) with (fillfactor = 50);
comment on table tenant_counter is 'tenant table';
