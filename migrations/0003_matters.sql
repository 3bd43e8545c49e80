create table matter (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  policy text not null,
  policy_version text not null,
  number text not null,
  unit_code text,
  channel text not null,
  subject text not null,
  content text not null,
  customer_id uuid,
  customer_name text not null default '',
  stage text not null,
  severity text,
  -- the engine's whole view of the matter (MatterState), one read
  state jsonb not null,
  version integer not null,
  seq integer not null,
  head bytea not null,
  parent_id uuid,
  received_at timestamptz not null,
  first_due_at timestamptz,
  ended boolean not null default false,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
comment on table matter is 'tenant table';
create index matter_received on matter (tenant_id, received_at desc, id desc);
create index matter_customer on matter (tenant_id, customer_id, received_at desc) where customer_id is not null;
create index matter_parent on matter (tenant_id, parent_id) where parent_id is not null;

create table event (
  tenant_id uuid not null references tenant (id),
  stream uuid not null,
  seq integer not null,
  -- what the stream belongs to: matter, customer, person, policy, company
  of text not null,
  type text not null,
  act text,
  actor uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  policy_version text,
  body jsonb not null,
  -- field → HMAC of the erasable words
  commitments jsonb not null,
  hash bytea not null,
  primary key (tenant_id, stream, seq)
);
comment on table event is 'tenant table';

-- The words behind the commitments. Erasing a person empties rows here; the chain still verifies.
create table event_words (
  tenant_id uuid not null references tenant (id),
  stream uuid not null,
  seq integer not null,
  words jsonb not null,
  salt bytea not null,
  primary key (tenant_id, stream, seq)
);
comment on table event_words is 'tenant table';

create table checkpoint (
  tenant_id uuid not null references tenant (id),
  number integer not null,
  at timestamptz not null,
  streams integer not null,
  events bigint not null,
  root bytea not null,
  counters jsonb not null,
  heads jsonb not null,
  signature bytea not null,
  primary key (tenant_id, number)
);
comment on table checkpoint is 'tenant table';

create table obligation (
  tenant_id uuid not null references tenant (id),
  matter_id uuid not null,
  ordinal integer not null,
  duty text not null,
  act text not null,
  round integer not null,
  slot text not null,
  status text not null,
  bearer_person uuid,
  bearer_unit text,
  bearer_position text,
  clause text[] not null,
  started_at timestamptz not null,
  due_at timestamptz,
  met_at timestamptz,
  breached_at timestamptz,
  noticed_at timestamptz,
  next_at timestamptz,
  next_step text,
  generation integer not null,
  primary key (tenant_id, matter_id, ordinal)
);
comment on table obligation is 'tenant table';
create index obligation_next on obligation (next_at) include (tenant_id, matter_id) where next_at is not null;
create index obligation_waiting on obligation (tenant_id, due_at, matter_id, ordinal) where status in ('open', 'paused', 'breached');

-- A step of a ladder fires once, whoever notices it first.
create table firing (
  tenant_id uuid not null references tenant (id),
  matter_id uuid not null,
  ordinal integer not null,
  generation integer not null,
  step text not null,
  at timestamptz not null,
  primary key (tenant_id, matter_id, ordinal, generation, step)
);
comment on table firing is 'tenant table';

-- Kinds that the calendar opens (a weekly report, a monthly stock-take): when the next one is.
create table recurrence (
  tenant_id uuid not null references tenant (id),
  policy text not null,
  kind text not null,
  next_at timestamptz not null,
  primary key (tenant_id, policy, kind)
);
comment on table recurrence is 'tenant table';
create index recurrence_next on recurrence (next_at);

create table approval (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  matter_id uuid not null,
  status text not null,
  requested_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table approval is 'tenant table';

create table refusal (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  matter_id uuid,
  kind text not null,
  person_id uuid not null,
  act text not null,
  clause text[] not null,
  refusals jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table refusal is 'tenant table';
create index refusal_recent on refusal (tenant_id, at desc, id desc);

create table outbox (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  dedupe_key text not null,
  template text not null,
  recipients jsonb not null,
  matter_id uuid,
  content jsonb not null,
  created_at timestamptz not null,
  not_before timestamptz not null,
  attempts integer not null default 0,
  sent_at timestamptz,
  failed text,
  primary key (tenant_id, id),
  unique (tenant_id, dedupe_key)
);
comment on table outbox is 'tenant table';
create index outbox_waiting on outbox (not_before) include (tenant_id, id) where sent_at is null;

create table notice (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  outbox_id uuid not null,
  matter_id uuid,
  template text not null,
  content jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  mail text not null default 'none',
  primary key (tenant_id, id),
  unique (tenant_id, person_id, outbox_id)
);
comment on table notice is 'tenant table';
create index notice_person on notice (tenant_id, person_id, at desc, id desc);

create table attachment (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  matter_id uuid,
  name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 bytea not null,
  uploaded_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table attachment is 'tenant table';
create index attachment_matter on attachment (tenant_id, matter_id, at) where matter_id is not null;

create table idempotency (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, person_id, key)
);
comment on table idempotency is 'tenant table';
create index idempotency_age on idempotency (tenant_id, at);
