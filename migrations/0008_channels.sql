-- Ways out of the product, set up by each company: group robots, SMS, a mail server of its own.
create table channel (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  name text not null,
  active boolean not null,
  -- Which notices go this way: classes; units and positions of the recipient (empty = everybody).
  classes text[] not null,
  units text[] not null,
  positions text[] not null,
  -- Reminders wait for office hours.
  quiet boolean not null,
  settings jsonb not null,
  -- Sealed with the installation's key, which lies outside the database; null = there are none.
  secrets bytea,
  -- Fingerprint of who receives: two channels into one robot share its pace.
  receiver text not null,
  answered jsonb,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id)
);
comment on table channel is 'tenant table';

-- When a receiver was last written to, and until when it is shut: kept across restarts, shared by all processes through the row's lock.
create table channel_pace (
  tenant_id uuid not null references tenant (id),
  receiver text not null,
  sent timestamptz[] not null,
  shut_until timestamptz,
  primary key (tenant_id, receiver)
);
comment on table channel_pace is 'tenant table';

-- A notice on its way out of the product.
create table delivery (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  notice_id uuid not null,
  channel_id uuid not null,
  person_id uuid not null,
  class text not null,
  -- 0 = the first telling; an alarm that nobody takes is told again.
  round integer not null,
  -- waiting, sent, given-up, unneeded
  state text not null,
  attempts integer not null default 0,
  -- The message it travels in: the same when it is tried again, shared by a bundle.
  message_id uuid,
  answer jsonb,
  created_at timestamptz not null,
  not_before timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, notice_id, channel_id, round)
);
comment on table delivery is 'tenant table';
create index delivery_waiting on delivery (not_before) include (tenant_id, channel_id, person_id, class) where state = 'waiting';
create index delivery_of_person on delivery (tenant_id, channel_id, person_id, not_before);

alter table notice add column class text not null default 'information';
-- What happened, for everybody it alarms (the matter and the number of its event); what it climbed to carries the same.
alter table notice add column alarm_id text;
alter table notice add column taken_at timestamptz;
alter table notice add column taken_how text;
alter table notice add column handled_by uuid;
alter table notice add column handled_at timestamptz;
-- When an alarm that nobody took is told again, and how often it was told.
alter table notice add column next_at timestamptz;
alter table notice add column told integer not null default 1;
create index notice_again on notice (next_at) include (tenant_id, id) where next_at is not null;
create index notice_alarm on notice (tenant_id, alarm_id) where alarm_id is not null;
create index notice_matter on notice (tenant_id, matter_id, at) where matter_id is not null;

do $$
declare t text;
begin
  foreach t in array array['channel', 'channel_pace', 'delivery']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I to aftercare_app using (tenant_id = current_setting(''app.tenant_id'')::uuid) with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', t);
  end loop;
end $$;

grant select, insert, update on channel, channel_pace, delivery to aftercare_app;
-- The sender lists what may go out now over all companies; it sees these columns and no more.
grant select (tenant_id, channel_id, person_id, class, not_before, state) on delivery to aftercare_due;
grant select (tenant_id, id, next_at) on notice to aftercare_due;
create policy due_list on delivery for select to aftercare_due using (true);
create policy due_list on notice for select to aftercare_due using (true);
