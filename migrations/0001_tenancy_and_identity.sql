-- A tenant is a company. The only table without tenant_id: found by its name before anybody has signed in.
create table tenant (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  demonstration boolean not null default false,
  zone text not null default 'Asia/Shanghai',
  -- The policy's clock. Real tenants follow the system; a demonstration has its own, set and moved by hand.
  clock_virtual boolean not null default false,
  clock_at timestamptz,
  clock_set_at timestamptz,
  clock_running boolean not null default true,
  directory_version integer not null default 1,
  created_at timestamptz not null
);
comment on table tenant is 'tenant';

create table unit (
  tenant_id uuid not null references tenant (id),
  code text not null,
  name text not null,
  parent_code text,
  outside boolean not null default false,
  primary key (tenant_id, code)
);
comment on table unit is 'tenant table';

create table position (
  tenant_id uuid not null references tenant (id),
  code text not null,
  title text not null,
  level integer,
  unit_code text,
  in_every_unit boolean not null default false,
  rights text[] not null,
  primary key (tenant_id, code)
);
comment on table position is 'tenant table';

create table person (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  username text not null,
  name text not null,
  unit_code text,
  phone text,
  email text,
  language text not null default 'zh',
  administrator boolean not null default false,
  password_hash text,
  must_change_password boolean not null default false,
  left_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, username)
);
comment on table person is 'tenant table';

create table person_position (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  position_code text not null,
  -- '' = in no particular unit; part of the key, therefore never null
  unit_code text not null default '',
  primary key (tenant_id, person_id, position_code, unit_code)
);
comment on table person_position is 'tenant table';

create table session (
  tenant_id uuid not null references tenant (id),
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  primary key (tenant_id, token_hash)
);
comment on table session is 'tenant table';
create index session_person on session (tenant_id, person_id);

create table api_key (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  name text not null,
  key_hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash)
);
comment on table api_key is 'tenant table';

create table sign_in_attempt (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  username text not null,
  address text not null,
  at timestamptz not null,
  succeeded boolean not null default false,
  primary key (tenant_id, id)
);
comment on table sign_in_attempt is 'tenant table';
create index sign_in_attempt_recent on sign_in_attempt (tenant_id, username, at);
create index sign_in_attempt_address on sign_in_attempt (tenant_id, address, at);
