-- Forced row-level security is the second wall behind the typed scope. One policy per table: the tenant of the transaction, nothing else.
do $$
declare t text;
begin
  for t in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
           where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'tenant_id' and not a.attisdropped
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I to aftercare_app using (tenant_id = current_setting(''app.tenant_id'')::uuid) with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', t);
  end loop;
end $$;

grant select, insert on all tables in schema public to aftercare_app;
grant update on tenant, unit, position, person, session, api_key, sign_in_attempt, customer, house, policy_version, calendar_day, tenant_counter, matter, event_words,
  obligation, recurrence, approval, outbox, notice, attachment, idempotency to aftercare_app;
grant delete on recurrence, person_position, session, calendar_day, idempotency, sign_in_attempt to aftercare_app;
-- event, checkpoint, firing and refusal stay append-only: nothing may change or remove them.

-- The due loop lists due (tenant, matter) pairs over all tenants; it sees three columns and no more.
grant select (id, clock_virtual, clock_at, clock_set_at, clock_running) on tenant to aftercare_due;
grant select (tenant_id, matter_id, next_at) on obligation to aftercare_due;
grant select (tenant_id, next_at) on recurrence to aftercare_due;
grant select (tenant_id, id, not_before, sent_at) on outbox to aftercare_due;
create policy due_list on obligation for select to aftercare_due using (true);
create policy due_list on recurrence for select to aftercare_due using (true);
create policy due_list on outbox for select to aftercare_due using (true);
