-- What was printed or exported, as a file kept for a day; its bytes lie in the file store under their hash.
create table kept_file (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 bytea not null,
  at timestamptz not null,
  next_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table kept_file is 'tenant table';
create index kept_file_next on kept_file (next_at);

-- Each print of a form of a matter that counts, with its number and the hash of what was printed.
create table paper_print (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  matter_id uuid not null,
  form text not null,
  nth integer not null check (nth > 0),
  paper text not null,
  copies integer not null,
  person_id uuid not null,
  file_id uuid not null,
  sha256 bytea not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, matter_id, form, nth)
);
comment on table paper_print is 'tenant table';

-- Lists that leave as xlsx: small ones at once, large ones by a loop. next_at is when the loop looks at a row; null = never again.
create table export_job (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  list text not null,
  filter jsonb not null,
  language text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  rows integer not null default 0,
  attempts integer not null default 0,
  file_id uuid,
  at timestamptz not null,
  ended_at timestamptz,
  next_at timestamptz,
  primary key (tenant_id, id)
);
comment on table export_job is 'tenant table';
create index export_job_of_person on export_job (tenant_id, person_id, at desc);
create index export_job_next on export_job (next_at) where next_at is not null;

do $$
declare t text;
begin
  foreach t in array array['kept_file', 'paper_print', 'export_job']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I to aftercare_app using (tenant_id = current_setting(''app.tenant_id'')::uuid) with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', t);
  end loop;
end $$;

-- Prints stay for ever: nothing may change or remove them.
grant select, insert on kept_file, paper_print, export_job to aftercare_app;
grant update on export_job to aftercare_app;
grant delete on kept_file to aftercare_app;
grant select (tenant_id, id, next_at) on kept_file to aftercare_due;
grant select (tenant_id, id, next_at) on export_job to aftercare_due;
create policy due_list on kept_file for select to aftercare_due using (true);
create policy due_list on export_job for select to aftercare_due using (true);
