-- What lies on whose desk: one row per matter, bearer and lane, written with the matter. A page of a desk is then a short walk along
-- an index, however much lies on it.
create table desk_row (
  tenant_id uuid not null references tenant (id),
  matter_id uuid not null,
  -- p:<person>, o:<position>[@<unit>], u:<unit>
  bearer text not null,
  -- do, approve, periodic; wait = others owe what comes next, and this person answers for it to the customer
  lane text not null,
  -- decisions have a row each: the place of the obligation; else 0
  slot integer not null,
  kind text not null,
  -- the bearer's live obligations, first due first
  ordinals integer[] not null,
  -- infinity = not yet known
  due timestamptz not null,
  -- who applied does not decide
  barred uuid,
  primary key (tenant_id, matter_id, bearer, lane, slot)
);
comment on table desk_row is 'tenant table';
create index desk_row_due on desk_row (tenant_id, bearer, lane, due, matter_id);

alter table desk_row enable row level security;
alter table desk_row force row level security;
create policy own_tenant on desk_row to aftercare_app using (tenant_id = current_setting('app.tenant_id')::uuid) with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on desk_row to aftercare_app;

alter table matter no force row level security;
alter table obligation no force row level security;
alter table desk_row no force row level security;
-- What was written before: the same rows out of each matter's state. Where only breaches of a last stage are left, nothing lies on a desk.
insert into desk_row (tenant_id, matter_id, bearer, lane, slot, kind, ordinals, due)
select tenant_id, id, bearer, lane, slot, kind, array_agg(ordinal order by due, ordinal), min(due)
from (
  select m.tenant_id, m.id, m.kind, o.place::integer - 1 as ordinal,
    case when o.ob->>'duty' = 'approve' then 'approve' else 'do' end as lane,
    case when o.ob->>'duty' = 'approve' then o.place::integer - 1 else 0 end as slot,
    coalesce(r.due_at, 'infinity'::timestamptz) as due,
    case when b->>'person' is not null then 'p:' || (b->>'person')
      when b->>'position' is not null then 'o:' || (b->>'position') || coalesce('@' || (b->>'unit'), '')
      else 'u:' || (b->>'unit') end as bearer
  from matter m cross join lateral jsonb_array_elements(m.state->'obligations') with ordinality as o(ob, place)
    join obligation r on r.tenant_id = m.tenant_id and r.matter_id = m.id and r.ordinal = o.place - 1
    cross join lateral jsonb_array_elements(o.ob->'bearers') as b
  where not m.ended and m.first_due_at is not null and o.ob->>'status' in ('open', 'paused', 'breached')
) owed
where bearer is not null
group by tenant_id, id, kind, bearer, lane, slot;

insert into desk_row (tenant_id, matter_id, bearer, lane, slot, kind, ordinals, due)
select m.tenant_id, m.id, 'p:' || m.answers, 'wait', 0, m.kind, array_agg(o.ordinal order by o.due_at, o.ordinal), coalesce(min(o.due_at), 'infinity')
from matter m join obligation o on o.tenant_id = m.tenant_id and o.matter_id = m.id and o.status in ('open', 'paused', 'breached')
where m.answers is not null and not m.ended and m.first_due_at is not null
group by m.tenant_id, m.id, m.answers, m.kind;

alter table matter force row level security;
alter table obligation force row level security;
alter table desk_row force row level security;
drop index obligation_of_person;
drop index obligation_of_position;
drop index obligation_of_unit;
drop index obligation_of_duty;
drop index matter_answers;
