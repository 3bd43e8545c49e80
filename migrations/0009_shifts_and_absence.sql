-- Shifts of a unit: minutes of the day; one that ends at or before its beginning runs over midnight.
create table shift (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_code text not null,
  name text not null,
  starts integer not null check (starts between 0 and 1439),
  ends integer not null check (ends between 0 and 1440),
  night boolean not null default false,
  -- whether the weekly pattern goes on over public holidays
  holidays boolean not null default false,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
comment on table shift is 'tenant table';
create index shift_of_unit on shift (tenant_id, unit_code);

-- Who has which shift on a day of the week (1 = Monday).
create table roster_pattern (
  tenant_id uuid not null references tenant (id),
  unit_code text not null,
  weekday integer not null check (weekday between 1 and 7),
  person_id uuid not null,
  shift_id uuid not null,
  primary key (tenant_id, unit_code, weekday, person_id)
);
comment on table roster_pattern is 'tenant table';

-- What differs from the pattern on one day; no shift means a day off.
create table roster_day (
  tenant_id uuid not null references tenant (id),
  unit_code text not null,
  day date not null,
  person_id uuid not null,
  shift_id uuid,
  primary key (tenant_id, unit_code, day, person_id)
);
comment on table roster_day is 'tenant table';

-- Whether somebody sits at his desk: on, away for a moment, off.
create table presence (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  state text not null check (state in ('on', 'away', 'off')),
  since timestamptz not null,
  extension text,
  primary key (tenant_id, person_id)
);
comment on table presence is 'tenant table';

-- The sheet of a hand-over: what lay there when it was signed. The snapshot is written once; the second name is added.
create table shift_handover (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_code text not null,
  drawn_at timestamptz not null,
  giver_id uuid,
  taker_id uuid,
  taken_at timestamptz,
  snapshot jsonb not null,
  primary key (tenant_id, id)
);
comment on table shift_handover is 'tenant table';
create index shift_handover_recent on shift_handover (tenant_id, unit_code, drawn_at desc);
-- One sheet at a time waits for its taker.
create unique index shift_handover_waiting on shift_handover (tenant_id, unit_code) where taken_at is null;

-- Leave, and who stands in for whatever is not laid on somebody else by name.
create table absence (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  from_at timestamptz not null,
  -- null = he does not come back (a leaver)
  until_at timestamptz,
  substitute_id uuid not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table absence is 'tenant table';
create index absence_of_person on absence (tenant_id, person_id);

-- Single matters that somebody else looks after meanwhile.
create table absence_matter (
  tenant_id uuid not null references tenant (id),
  absence_id uuid not null,
  matter_id uuid not null,
  substitute_id uuid not null,
  primary key (tenant_id, absence_id, matter_id)
);
comment on table absence_matter is 'tenant table';

do $$
declare t text;
begin
  foreach t in array array['shift', 'roster_pattern', 'roster_day', 'presence', 'shift_handover', 'absence', 'absence_matter']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I to aftercare_app using (tenant_id = current_setting(''app.tenant_id'')::uuid) with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', t);
  end loop;
end $$;

grant select, insert on shift, roster_pattern, roster_day, presence, shift_handover, absence, absence_matter to aftercare_app;
grant update on shift, roster_day, roster_pattern, presence to aftercare_app;
grant update (taker_id, taken_at) on shift_handover to aftercare_app;
grant update (until_at, substitute_id) on absence to aftercare_app;
grant update (substitute_id) on absence_matter to aftercare_app;
grant delete on roster_pattern, roster_day to aftercare_app;
