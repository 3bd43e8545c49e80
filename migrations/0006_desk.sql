-- The desk asks for one person's work; each live obligation lies in exactly one of the first three.
create index obligation_of_person on obligation (tenant_id, bearer_person) where status in ('open', 'paused', 'breached') and bearer_person is not null;
create index obligation_of_position on obligation (tenant_id, bearer_position, bearer_unit) where status in ('open', 'paused', 'breached') and bearer_person is null and bearer_position is not null;
create index obligation_of_unit on obligation (tenant_id, bearer_unit) where status in ('open', 'paused', 'breached') and bearer_person is null and bearer_position is null;
-- Duties that several may bear keep only the first of them in the row: those few are looked at by their name.
create index obligation_of_duty on obligation (tenant_id, duty) where status in ('open', 'paused', 'breached');

-- Who answers for a matter to the customer, while anything in it is still owed.
alter table matter add column answers uuid;
create index matter_answers on matter (tenant_id, answers) where answers is not null;
