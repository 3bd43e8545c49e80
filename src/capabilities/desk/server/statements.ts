import { KIND_OF_MATTER } from '#capabilities/matters/index.ts';

/**
 * The desk reads `desk_row`, which is written with every change of a matter: a page is a short walk along an index for each of
 * the keys the person bears by, so it costs the same with fifty rows on the desk as with fifty thousand.
 * $1 tenant, $2 keys he bears by, $3 the person, $4 kinds he may not list, $5 matters of those that he may see.
 */
const MINE = 'd.tenant_id = $1 and d.bearer = k and (d.barred is null or d.barred <> $3) and (d.kind <> all($4) or d.matter_id = any($5::uuid[]))';
/** What waits for others is not what waits for him too. A scalar question, so that it is asked by the key of each row and never of all rows at once. */
const NOT_OWN = "(select true from desk_row o where o.tenant_id = $1 and o.matter_id = d.matter_id and o.bearer = any($2) and o.lane in ('do', 'approve', 'periodic') limit 1) is null";

/** A desk is counted over so many rows of each key, first due first: nobody reads the last digits of a longer one. */
export const COUNTED_TO = 2000;

/** With one project a walk takes the index of its own; the name is said twice, for that index has none but named ones. */
const inProject = (at: number | null): string => (at === null ? '' : ` and d.project = $${at} and d.project <> ''`);
const counted = (lane: string, project: number | null, and = 'true'): string => `(select matter_id, min(due) as due, min(place) as place from
    (select d.matter_id, d.due, d.place from unnest($2::text[]) k cross join lateral (select d.matter_id, d.due, d.place from desk_row d where ${MINE}${inProject(project)} and d.lane = '${lane}' and ${and} order by d.place, d.matter_id limit ${COUNTED_TO}) d) c group by matter_id) c`;

/** $6 now, $7 until when something is to be done now, $8 the end of today, $9 the end of what Friday should know of, $10 the project. */
const counts = (at: number | null): string => `select own.*, waiting.n as waiting, approvals.n as approvals, periodic.n as periodic from
    (select count(*) filter (where due < $6) as overdue, count(*) filter (where place < $7) as now, count(*) filter (where place >= $7 and place <= $8) as today, count(*) filter (where place > $8) as later,
      count(*) filter (where place > $8 and place <= $9) as weekend from ${counted('do', at)}) own,
    (select count(*) as n from ${counted('wait', at, NOT_OWN)}) waiting, (select count(*) as n from ${counted('approve', at)}) approvals, (select count(*) as n from ${counted('periodic', at)}) periodic`;

/**
 * One row per matter: what cannot wait, then first due first, what has no time yet last. A matter that he bears by several keys comes
 * once, where it stands first. $6 lane, $7 $8 the place after which the page begins, $9 how many rows, $10 $11 the places it lies between,
 * $12 acts that chase, $13 the project.
 */
const page = (and: string, project: number | null): string => `with mine as (
    select d.matter_id, d.place, d.ordinals from unnest($2::text[]) k cross join lateral (
      select d.matter_id, d.place, d.ordinals from desk_row d where ${MINE}${inProject(project)} and d.lane = $6 and (d.place, d.matter_id) > ($7::timestamptz, $8::uuid) and d.place >= $10 and d.place <= $11 and ${and}
        and (select true from desk_row e where e.tenant_id = $1 and e.matter_id = d.matter_id and e.bearer = any($2) and e.lane = $6 and (e.barred is null or e.barred <> $3)
          and (e.place < d.place or e.place = d.place and (e.due, e.ordinals[1], e.bearer, e.slot) < (d.due, d.ordinals[1], d.bearer, d.slot)) limit 1) is null
      order by d.place, d.matter_id limit $9) d),
  first as (select matter_id, place, ordinals from mine order by place, matter_id limit $9)
  select m.id, m.number, m.kind, m.subject, m.customer_name, m.severity, m.stage, m.received_at, m.policy_version, nullif(f.place, 'infinity') as place, f.ordinals[1] as ordinal,
    case when f.place = 'epoch' then jsonb_build_object('kind', m.kind, 'acts', s.acts, 'facts', s.facts, 'ended', s.ended) end as first, s.facts, jsonb_path_exists(s.acts, '$[*].fields.urgent ? (@ == true)') as urgent,
    s.obligations->f.ordinals[1] as ob, (select count(*) from jsonb_array_elements(s.acts) a where a->>'act' = any($12)) as chased,
    (select count(distinct o) - 1 from desk_row a cross join lateral unnest(a.ordinals) o where a.tenant_id = $1 and a.matter_id = f.matter_id and a.bearer = any($2) and a.lane = $6 and (a.barred is null or a.barred <> $3)) as others
  from first f join matter m on m.tenant_id = $1 and m.id = f.matter_id cross join lateral jsonb_to_record(m.state) as s(obligations jsonb, acts jsonb, facts jsonb, ended text)
  order by f.place, f.matter_id`;

/** The readings of a desk: `counts`, a page, a page of what waits for others. */
export const ALL = { counts: counts(null), page: page('true', null), waiting: page(NOT_OWN, null) } as const;
/** The same within one project. */
export const WITHIN = { counts: counts(10), page: page('true', 13), waiting: page(NOT_OWN, 13) } as const;

/** Of kinds that are not listed for everybody: matters in which this person bears something. */
export const RESERVED = 'select distinct m.id, m.policy_version, m.state from desk_row d join matter m on m.tenant_id = $1 and m.id = d.matter_id where d.tenant_id = $1 and d.bearer = any($2) and d.kind = any($3)';

/** What the person owes by one of certain acts, first due first: $4 the acts, $5 acts that chase, $6 how many, $7 the project or null, $8 the act of calling at an agreed time. Kinds that are not listed for everybody are not in it. */
export const BY_ACT = `select distinct on (o.due_at, m.id) m.id, m.number, m.kind, m.subject, m.customer_name, m.severity, m.stage, m.received_at, m.policy_version, o.due_at as place, o.ordinal, null::jsonb as first, s.facts, jsonb_path_exists(s.acts, '$[*].fields.urgent ? (@ == true)') as urgent,
    s.obligations->o.ordinal as ob, (select count(*) from jsonb_array_elements(s.acts) a where a->>'act' = any($5)) as chased, 0 as others,
    (select min(c.due_at) from obligation c where c.tenant_id = $1 and c.matter_id = m.id and c.act = $8 and c.status in ('open', 'breached')) as agreed
  from desk_row d join obligation o on o.tenant_id = $1 and o.matter_id = d.matter_id and o.ordinal = any(d.ordinals) and o.act = any($4)
    join matter m on m.tenant_id = $1 and m.id = d.matter_id cross join lateral jsonb_to_record(m.state) as s(obligations jsonb, acts jsonb, facts jsonb)
  where d.tenant_id = $1 and d.bearer = any($2) and d.lane = 'do' and ${KIND_OF_MATTER} <> all($3) and ($7::text is null or d.project = $7)
  order by o.due_at nulls last, m.id limit $6`;
