const LIVE = "o.status in ('open', 'paused', 'breached')";
const ROW = 'select o.matter_id, o.ordinal, o.due_at, o.status, o.duty, o.round';
const OF_LIVE = `from obligation o where o.tenant_id = $1 and ${LIVE}`;

/** Whether somebody is borne by a position: in every unit, in one he holds it for, or where none is named. */
const holds = (position: string, unit: string): string => `(${position} = any($3) and (${unit} is null or ${position} = any($4) or ${position} || '@' || ${unit} = any($5)))`;
/** Whether a row of bearers names the person. */
const bears = (person: string, position: string, unit: string): string => `(${person} = $2::uuid or ${person} is null and ${holds(position, unit)}
    or ${person} is null and ${position} is null and ${unit} = any($6))`;

/** What the person may not see does not exist for him. */
const SEEN = 'not m.ended and (m.kind <> all($10) or m.id = any($11::uuid[]))';
/** A breach that nobody can make good any more is history, not work. */
const STILL_WORK = "not (l.status = 'breached' and (m.kind, m.stage) in (select * from unnest($8::text[], $9::text[])))";

/**
 * The person's live obligations, each part by an index of its own. $1 tenant, $2–$6 what he bears, $7 shared duties, $8 $9 last stages,
 * $10 kinds he may not list, $11 matters of those that he may see. Who applied for an approval does not decide it.
 */
const OWN = `live as materialized (
    ${ROW}, true as sure ${OF_LIVE} and o.bearer_person is not null and o.bearer_person = $2::uuid
    union all ${ROW}, true ${OF_LIVE} and o.bearer_person is null and o.bearer_position is not null and ${holds('o.bearer_position', 'o.bearer_unit')}
    union all ${ROW}, true ${OF_LIVE} and o.bearer_person is null and o.bearer_position is null and o.bearer_unit = any($6)
    union all ${ROW}, false ${OF_LIVE} and o.duty = any($7) and not coalesce(${bears('o.bearer_person', 'o.bearer_position', 'o.bearer_unit')}, false)),
  own as materialized (select l.matter_id, l.ordinal, l.due_at, l.duty from live l join matter m on m.tenant_id = $1 and m.id = l.matter_id
      where ${SEEN} and ${STILL_WORK}
        and (l.sure or exists (select 1 from jsonb_to_recordset(m.state->'obligations'->l.ordinal->'bearers') as b(person uuid, "position" text, unit text) where ${bears('b.person', 'b."position"', 'b.unit')}))
        and not (l.duty = 'approve' and jsonb_path_exists(m.state->'approvals', '$[*] ? (@.seq == $round && @.applicant == $person)', jsonb_build_object('round', l.round, 'person', $2::uuid::text))))`;

/** Matters the person answers for and in which others owe what comes next. */
const OTHERS = `others as materialized (select l.matter_id, l.ordinal, l.due_at from matter m join obligation l on l.tenant_id = $1 and l.matter_id = m.id and l.status in ('open', 'paused', 'breached')
      where m.tenant_id = $1 and m.answers is not null and m.answers = $2::uuid and ${SEEN} and ${STILL_WORK} and m.id not in (select matter_id from own))`;

/** One row per matter: its first obligation in due order, those without a due time last, and how many more there are. */
const first = (of: string): string => `(select distinct on (matter_id) matter_id, ordinal, coalesce(due_at, 'infinity') as due, count(*) over (partition by matter_id) - 1 as others
      from ${of} order by matter_id, due_at nulls last, ordinal)`;

/** How much there is in each view; $12 now, $13 the end of today. */
const COUNTS = `counts as (select count(*) as mine, count(*) filter (where due < $12) as overdue, count(*) filter (where due >= $12 and due <= $13) as today,
      (select count(distinct matter_id) from others) as waiting, (select count(distinct matter_id) from own where duty = 'approve') as approvals from ${first('own')} f)`;

/** $14 $15 the place after which the page begins, $16 how many rows, $17 acts that chase. */
const page = (of: string): string => `page as (select m.id, m.number, m.kind, m.subject, m.customer_name, m.severity, m.stage, m.received_at, m.policy_version, f.ordinal, f.due, nullif(f.due, 'infinity') as due_at,
      f.others, s.obligations->f.ordinal as ob, (select count(*) from jsonb_array_elements(s.acts) a where a->>'act' = any($17)) as chased
    from (select * from ${first(of)} f where ($14::timestamptz is null or (due, matter_id) > ($14, $15::uuid)) order by due, matter_id limit $16) f
    join matter m on m.tenant_id = $1 and m.id = f.matter_id cross join lateral jsonb_to_record(m.state) as s(obligations jsonb, acts jsonb))`;

const desk = (of: string): string => `with ${OWN}, ${OTHERS}, ${COUNTS}, ${page(of)}
  select counts.mine, counts.overdue, counts.today, counts.waiting, counts.approvals, page.* from counts left join page on true order by page.due, page.id`;

/** One statement per view: the counts of all views, beside each row of the page; one row with the counts alone where there is none. */
export const DESK = { mine: desk('own'), approvals: desk("(select * from own where duty = 'approve') a"), waiting: desk('others') } as const;

/** Matters of kinds that are not listed for everybody, in which something is still owed. */
export const RESERVED = `select distinct m.id, m.state from obligation o join matter m on m.tenant_id = o.tenant_id and m.id = o.matter_id
  where o.tenant_id = $1 and ${LIVE} and m.kind = any($2)`;
