-- What cannot wait stands at the top of a desk until somebody takes it, whenever it is due: a row's place is its due time, or 1970 for
-- those. Pages walk along it; how much is overdue is still counted by the due time. What lies there already keeps its due time until
-- its matter changes.
alter table desk_row add column place timestamptz;
alter table desk_row no force row level security;
update desk_row set place = due;
alter table desk_row force row level security;
alter table desk_row alter column place set not null;
drop index desk_row_due;
create index desk_row_place on desk_row (tenant_id, bearer, lane, place, matter_id);
