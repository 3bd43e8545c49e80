import type { z } from 'zod';
import { normalPhone } from '#capabilities/customers/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { SimilarMatter, similarFilter } from '../contract.ts';
import { likeness } from '../rules/likeness.ts';
import type { MattersContext } from './context.ts';
import { gatherTenant } from './gather.ts';
import { finalStages } from './lists.ts';
import type { MatterColumns } from './matter-row.ts';
import { rowsFor, seesCustomers } from './personal.ts';
import { hiddenMatters, KIND_OF_MATTER } from './seeing.ts';

const DAYS = 7 * 86_400_000;
/** From here on two texts are taken for the same thing; of another caller in the same room more is asked. */
const ALIKE = 0.25;
const ALIKE_BY_PLACE = 0.35;
const MOST = 3;

/** Of a file that became part of another, the number and the room lead to that one. */
const NEAR = `with who as (select c.id, c.address, bool_or(coalesce(k.id = $3, false) or (k.phone = $4 and $4 <> '')) as same from customer k join customer c on c.tenant_id = $1 and c.id = case when k.merged_into is null then k.id else k.merged_into end
    where k.tenant_id = $1 and c.erased_at is null and (k.id = $3::uuid or (k.phone = $4 and $4 <> '') or (k.address = $5 and $5 <> '')) group by c.id, c.address)
  select m.id, m.number, m.kind, m.subject, m.customer_name, m.severity, m.stage, m.channel, m.received_at, m.first_due_at, m.policy, m.policy_version, m.ended, left(m.content, 2000) as content, m.state->'roles' as roles, who.address as place, who.same
  from who join matter m on m.tenant_id = $1 and m.customer_id = who.id
  where m.received_at > $2 and not m.ended and ${KIND_OF_MATTER} <> all($6) and not (m.kind, m.stage) in (select * from unnest($7::text[], $8::text[]))
  order by m.received_at desc limit 50`;

/**
 * Open matters of the last seven days, of the same caller or the same room, whose words are like those being written
 * (`GET /api/matters/similar`), the likest first, three at most.
 */
export function similarMatters(context: MattersContext, actor: Actor, sought: z.infer<typeof similarFilter>): Promise<SimilarMatter[]> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const finals = finalStages(around);
    const show = rowsFor(around, actor);
    const { rows } = await scope.run<MatterColumns & { readonly content: string; readonly same: boolean }>({
      name: 'matter-similar', text: NEAR,
      values: [scope.tenant, new Date(around.now - DAYS), sought.customer ?? null, normalPhone(sought.phone ?? ''), seesCustomers(around, actor) ? sought.address?.trim() ?? '' : '', hiddenMatters(around, actor), finals.map(([kind]) => kind), finals.map(([, stage]) => stage)],
    });
    return rows.map((row) => ({ row, alike: likeness(row.content, sought.content) }))
      .filter(({ row, alike }) => alike >= (row.same ? ALIKE : ALIKE_BY_PLACE)).toSorted((a, b) => b.alike - a.alike).slice(0, MOST)
      .map(({ row, alike }) => ({ ...show({ ...row, beginning: row.content }), content: row.content, likeness: alike }));
  });
}
