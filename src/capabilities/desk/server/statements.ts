/** What a row of bearers says about the person: `of` gives the three columns. */
const bears = (person: string, position: string, unit: string): string => `(${person} = $2
    or ${person} is null and ${position} = any($3) and (${unit} is null or ${position} = any($4) or ${position} || '@' || ${unit} = any($5))
    or ${person} is null and ${position} is null and ${unit} = any($6))`;

const MINE = bears('o.bearer_person::text', 'o.bearer_position', 'o.bearer_unit');
const ANY_OF_THEM = bears("b->>'person'", "b->>'position'", "b->>'unit'");

/** A breach that nobody can make good any more is history, not work; what the person may not see does not exist. */
const WORTH_LISTING = `not m.ended and not (l.status = 'breached' and (m.kind, m.stage) in (select * from unnest($8::text[], $9::text[])))
    and (m.kind <> all($10) or m.id = any($11::uuid[]))`;

/**
 * The person's live obligations. Parameters of all: $1 tenant, $2–$6 what he bears, $7 shared duties, $8 $9 last stages, $10 kinds he
 * may not list, $11 matters of those that he may see. Who applied for an approval does not decide it.
 */
const LIVE = `live as materialized (select o.matter_id, o.ordinal, o.due_at, o.status, o.duty, o.round, ${MINE} as sure
      from obligation o where o.tenant_id = $1 and o.status in ('open', 'paused', 'breached') and (${MINE} or o.duty = any($7))),
  mine as materialized (select l.matter_id, l.ordinal, l.due_at, l.duty from live l join matter m on m.tenant_id = $1 and m.id = l.matter_id
      where ${WORTH_LISTING}
        and (l.sure or exists (select 1 from jsonb_array_elements(m.state->'obligations'->l.ordinal->'bearers') b where ${ANY_OF_THEM}))
        and not (l.duty = 'approve' and jsonb_path_exists(m.state->'approvals', '$[*] ? (@.seq == $round && @.applicant == $person)', jsonb_build_object('round', l.round, 'person', $2::text))))`;

/** Matters in which the person has a role of his own and others owe what comes next. */
const OTHERS = `others as materialized (select l.matter_id, l.ordinal, l.due_at from (select o.matter_id, o.ordinal, o.due_at, o.status from obligation o
        where o.tenant_id = $1 and o.status in ('open', 'paused', 'breached') and not exists (select 1 from mine where mine.matter_id = o.matter_id)) l
      join matter m on m.tenant_id = $1 and m.id = l.matter_id
      where ${WORTH_LISTING} and jsonb_path_exists(m.state->'roles', '$.* ? (@.person == $person)', jsonb_build_object('person', $2::text)))`;

/** One row per matter: its first obligation in due order, those without a due time last, and how many more there are. */
const first = (of: string): string => `(select distinct on (matter_id) matter_id, ordinal, coalesce(due_at, 'infinity') as due, count(*) over (partition by matter_id) - 1 as others
      from ${of} order by matter_id, due_at nulls last, ordinal)`;

/** $12 now, $13 the end of today. */
const COUNTS = `(select count(*) as mine, count(*) filter (where due < $12) as overdue, count(*) filter (where due >= $12 and due <= $13) as today from ${first('mine')} f)`;

/** How much there is in each view. */
export const COUNT = `with ${LIVE}, ${OTHERS}
  select c.mine, c.overdue, c.today, (select count(distinct matter_id) from others) as waiting, (select count(distinct matter_id) from mine where duty = 'approve') as approvals from ${COUNTS} c`;

/** $12 $13 the place after which the page begins, $14 how many, $15 acts that chase. */
const page = (of: string): string => `select m.id, m.number, m.kind, m.subject, m.customer_name, m.severity, m.stage, m.received_at, m.policy_version, f.ordinal, nullif(f.due, 'infinity') as due_at, f.others,
      s.obligations->f.ordinal as ob, (select count(*) from jsonb_array_elements(s.acts) a where a->>'act' = any($15)) as chased
    from (select * from ${first(of)} f where ($12::timestamptz is null or (due, matter_id) > ($12, $13::uuid)) order by due, matter_id limit $14) f
    join matter m on m.tenant_id = $1 and m.id = f.matter_id cross join lateral jsonb_to_record(m.state) as s(obligations jsonb, acts jsonb)
    order by f.due, f.matter_id`;

/** The rows of one view, in due order. */
export const PAGE = {
  mine: `with ${LIVE} ${page('mine')}`,
  approvals: `with ${LIVE} ${page("(select * from mine where duty = 'approve') a")}`,
  waiting: `with ${LIVE}, ${OTHERS} ${page('others')}`,
} as const;

/** Matters of kinds that are not listed for everybody, in which something is still owed. */
export const RESERVED = `select distinct m.id, m.state from obligation o join matter m on m.tenant_id = o.tenant_id and m.id = o.matter_id
  where o.tenant_id = $1 and o.status in ('open', 'paused', 'breached') and m.kind = any($2)`;
