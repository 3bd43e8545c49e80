import type { Actor } from '#platform/operations/index.ts';

/**
 * One's own: laid on oneself by name; of what was laid on a position or a unit, that which one did oneself. What nobody of several did is
 * nobody's record. $2 the person.
 */
const OWN = `(o.bearer_person = $2 or (o.bearer_person is null and o.met_at is not null
    and exists (select 1 from event e where e.tenant_id = $1 and e.stream = o.matter_id and e.type = 'acted' and e.act = o.act and e.actor = $2 and e.occurred_at = o.met_at)))`;
const WHEN = 'coalesce(o.met_at, o.breached_at)';
const RESULT = `case o.status when 'met' then 'met' when 'met-late' then 'late' else 'overdue' end`;
/** $3 from, $4 until. */
const ENDED = `o.tenant_id = $1 and o.status in ('met', 'met-late', 'breached') and ${WHEN} >= $3 and ${WHEN} <= $4 and ${OWN}`;

/** How often each duty was kept; $5 parts the two months. */
export const COUNTED = `select o.duty, ${WHEN} >= $5 as lately, ${RESULT} as result, count(*)::integer as n from obligation o where ${ENDED} group by 1, 2, 3`;

/** The rows behind one of the figures: $5 the duty, $6 the result, $7 how many. */
export const ROWS = `select m.id, m.number, m.subject, o.due_at, o.met_at from obligation o join matter m on m.tenant_id = $1 and m.id = o.matter_id
  where ${ENDED} and o.duty = $5 and ${RESULT} = $6 order by ${WHEN} desc, o.matter_id, o.ordinal limit $7`;

export const ownParameters = (tenant: string, actor: Actor): readonly unknown[] => [tenant, actor.person];
