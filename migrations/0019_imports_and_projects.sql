-- What came in by one sheet of Excel, so that it can be taken out again within a day.
create table import_batch (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  sheet text not null,
  file text not null,
  brought integer not null,
  same integer not null,
  wrong integer not null,
  imported_at timestamptz not null,
  imported_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  kept integer,
  primary key (tenant_id, id)
);
comment on table import_batch is 'tenant table';
create index import_batch_at on import_batch (tenant_id, imported_at desc);

create table imported (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  -- customer, house, device, warranty; moved = a home that was there and got an owner
  thing text not null,
  id uuid not null,
  primary key (tenant_id, import_id, thing, id)
);
comment on table imported is 'tenant table';

do $$
declare t text;
begin
  foreach t in array array['import_batch', 'imported'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I to aftercare_app using (tenant_id = current_setting(''app.tenant_id'')::uuid) with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', t);
  end loop;
end $$;
grant select, insert on import_batch, imported to aftercare_app;
grant update on import_batch to aftercare_app;

-- The project a matter belongs to: its customer's when it was received; '' = none.
alter table matter add column project text not null default '';
alter table desk_row add column project text not null default '';
create index matter_project on matter (tenant_id, project, received_at desc, id desc) where project <> '';
-- A filtered page of a desk is a short walk, too.
create index desk_row_project on desk_row (tenant_id, bearer, lane, project, place, matter_id) where project <> '';

alter table matter no force row level security;
alter table desk_row no force row level security;
alter table customer no force row level security;
update matter m set project = c.project from customer c where c.tenant_id = m.tenant_id and c.id = m.customer_id and c.project <> '';
update desk_row d set project = m.project from matter m where m.tenant_id = d.tenant_id and m.id = d.matter_id and m.project <> '';
alter table matter force row level security;
alter table desk_row force row level security;
alter table customer force row level security;
