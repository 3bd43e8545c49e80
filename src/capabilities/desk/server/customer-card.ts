import { customerWith } from '#capabilities/customers/index.ts';
import type { CustomerCard } from '#capabilities/customers/contract.ts';
import { finalStages, gatherTenant, hiddenKinds, matterRow, type MatterColumns } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import { missing, type Actor, type Context } from '#platform/operations/index.ts';

const MATTERS = `select id, number, kind, subject, customer_name, severity, stage, channel, received_at, first_due_at, policy, ended,
    not ended and not (kind, stage) in (select * from unnest($4::text[], $5::text[])) as open
  from matter where tenant_id = $1 and customer_id = $2 and kind <> all($3)`;
const OF_CUSTOMER = `with mine as (${MATTERS})
  (select * from mine where open order by received_at desc, id desc limit 50) union all (select * from mine where not open order by received_at desc, id desc limit 10)`;

/** Who calls, and what is open for him: first what is under way, then what came to its end lately. @throws Failure 404 */
export function customerCard(context: Context, actor: Actor, id: string): Promise<CustomerCard> {
  return withReadScope(context.db, actor, async (scope) => {
    const customer = await customerWith(scope, id);
    if (!customer) throw missing();
    const around = await gatherTenant(scope, context.clock.now());
    const finals = finalStages(around);
    const { rows } = await scope.run<MatterColumns & { readonly open: boolean }>({
      name: 'customer-matters', text: OF_CUSTOMER, values: [scope.tenant, id, hiddenKinds(around, actor), finals.map(([kind]) => kind), finals.map(([, stage]) => stage)],
    });
    const shown = (open: boolean) => rows.filter((row) => row.open === open).map((row) => matterRow(around, row));
    return { ...customer, open: shown(true), recent: shown(false) };
  });
}
