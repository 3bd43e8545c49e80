import { KIND_OF_MATTER } from '#capabilities/matters/index.ts';

/**
 * What lies under each name or with each unit: $2 whose and $3 their keys side by side, $4 kinds that the reader may not list, $5 now, $6 the end of today, $7 the project or null.
 * Read from `desk_row`, in which each matter stands once for each key and lane. The line without a name is all of them together.
 */
export const LOAD = `select k.whose, count(distinct d.matter_id)::integer as open, (count(distinct d.matter_id) filter (where d.due >= $5 and d.due <= $6))::integer as today,
    (count(distinct d.matter_id) filter (where d.due < $5))::integer as overdue
  from unnest($2::text[], $3::text[]) as k(whose, bearer) join desk_row d on d.tenant_id = $1 and d.bearer = k.bearer
  where d.lane <> 'wait' and d.kind <> all($4) and ($7::text is null or d.project = $7) and (d.barred is null or d.barred::text <> k.whose) group by grouping sets ((k.whose), ())`;

/**
 * The figures as they stood at $2: a matter was open that is open now, or in which something happened since. What was received before $3
 * and is over is left out: it would take a look at everything that ever was.
 * $4 hidden kinds, $5 $6 last stages (kind, stage), $7 $8 heaviest (kind, severity), $9 $10 the bounds of that day, $11 $12 $13 what opens anew (kind, act, outcome or ''), $14 the project or null.
 */
export const BEFORE = `with was as materialized (select m.id, m.kind, m.severity from matter m where m.tenant_id = $1 and m.received_at <= $2 and ${KIND_OF_MATTER} <> all($4) and ($14::text is null or m.project = $14)
      and ((not m.ended and (m.kind, m.stage) not in (select * from unnest($5::text[], $6::text[])))
        or (m.received_at > $3 and exists (select 1 from event e where e.tenant_id = $1 and e.stream = m.id and e.seq = m.seq and e.occurred_at > $2)))),
    owed as materialized (select o.matter_id, o.due_at from was w join obligation o on o.tenant_id = $1 and o.matter_id = w.id
      where o.started_at <= $2 and o.due_at <= $10 and (o.status in ('open', 'paused', 'breached') or o.met_at > $2))
  select (select count(*) from was)::integer as open, (select count(*) from was where (kind, severity) in (select * from unnest($7::text[], $8::text[])))::integer as heaviest,
    (select count(distinct matter_id) from owed where due_at < $2)::integer as overdue, (select count(distinct matter_id) from owed where due_at >= $9)::integer as today,
    (select count(*) from was w where exists (select 1 from event e join unnest($11::text[], $12::text[], $13::text[]) as a(kind, act, outcome) on a.kind = w.kind and a.act = e.act
        and (a.outcome = '' or a.outcome = e.body->'fields'->>'outcome') where e.tenant_id = $1 and e.stream = w.id and e.type = 'acted' and e.occurred_at <= $2))::integer as unsatisfied`;

/**
 * What the person $3 waits for an answer to: $2 the duties of being overseen, until he releases it, $5 those of being instructed, until the answer is older
 * than $6. Of each the last time he asked counts; what came along with a merged matter is his, and went back with it.
 */
export const OVERSEEN = `select * from (select distinct on (o.matter_id, o.duty) case when o.duty = any($2::text[]) then 'oversee' else 'instruct' end as act, m.id, m.number, m.subject, o.due_at, o.status in ('met', 'met-late') as answered
    from obligation o join matter m on m.tenant_id = $1 and m.id = o.matter_id join event e on e.tenant_id = $1 and e.stream = o.matter_id and e.seq = o.round
    where o.tenant_id = $1 and o.duty = any($2::text[] || $5::text[]) and coalesce((e.body->'carried'->>'by')::uuid, e.actor) = $3 and not coalesce(m.state->'recalled' @> to_jsonb(o.round), false) and not m.ended and ($4::text is null or m.project = $4)
      and case when o.duty = any($2::text[]) then not exists (select 1 from event r where r.tenant_id = $1 and r.stream = o.matter_id and r.seq > o.round and r.act = 'release')
        else o.status not in ('void', 'waived') and (o.met_at is null or o.met_at > $6) end
    order by o.matter_id, o.duty, o.round desc, o.ordinal desc) mine order by answered, due_at nulls last, id, act limit 50`;

/** How many matters wait for bearers nobody is: $2 their keys. */
export const WAITING = 'select bearer, count(distinct matter_id)::integer as waiting from desk_row where tenant_id = $1 and bearer = any($2) group by bearer';

/** Everything received since $2 and until $3, newest first: $4 hidden kinds, $5 how many at most, $6 the project or null. */
export const RECEIVED = `select m.id, m.number, m.kind, m.subject, m.severity, m.received_at, coalesce(c.address, '') as place, coalesce(c.phone, '') as phone
  from matter m left join customer c on c.tenant_id = $1 and c.id = m.customer_id
  where m.tenant_id = $1 and m.received_at > $2 and m.received_at <= $3 and m.channel <> 'internal' and ${KIND_OF_MATTER} <> all($4) and ($6::text is null or m.project = $6) order by m.received_at desc, m.id desc limit $5`;

/** How people spoke before: subjects of what was received since $2 and until $3, newest first. $4 hidden kinds, $5 how many at most. */
export const PAST = `select m.subject from matter m where m.tenant_id = $1 and m.received_at > $2 and m.received_at <= $3 and m.channel <> 'internal' and ${KIND_OF_MATTER} <> all($4) order by m.received_at desc, m.id desc limit $5`;
