-- Which call (or draft) became which matter: whoever saves it a second time gets the matter that is there.
create table intake_draft (
  tenant_id uuid not null references tenant (id),
  draft text not null,
  matter_id uuid not null,
  person_id uuid not null,
  -- the Idempotency-Key of the first saving: the same person repeating the same request is no second saving
  key text,
  primary key (tenant_id, draft)
);
comment on table intake_draft is 'tenant table';

-- 常用语: one's own, or a unit's (then nobody's own).
create table phrase (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid,
  unit_code text,
  title text not null,
  text text not null,
  -- the first letters of the title's syllables: `wxm` finds 王小明
  initials text not null,
  primary key (tenant_id, id),
  check ((person_id is null) <> (unit_code is null))
);
comment on table phrase is 'tenant table';
create index phrase_person on phrase (tenant_id, person_id) where person_id is not null;
create index phrase_unit on phrase (tenant_id, unit_code) where unit_code is not null;

-- 保修: which part of a home is under warranty until when.
create table warranty (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  customer_id uuid not null,
  house_id uuid,
  part text not null,
  until date not null,
  primary key (tenant_id, id)
);
comment on table warranty is 'tenant table';
create index warranty_customer on warranty (tenant_id, customer_id, until);

-- The intake looks for the same room of the last days.
create index customer_address on customer (tenant_id, address) where address <> '';

do $$
declare t text;
begin
  foreach t in array array['intake_draft', 'phrase', 'warranty'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I to aftercare_app using (tenant_id = current_setting(''app.tenant_id'')::uuid) with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', t);
  end loop;
end $$;
grant select, insert on intake_draft, phrase, warranty to aftercare_app;
grant update, delete on phrase to aftercare_app;
