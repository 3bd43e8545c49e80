import type { Scope } from '#platform/db/index.ts';
import { conflict, type Actor } from '#platform/operations/index.ts';

const OPEN = `select m.number from matter m where m.tenant_id = $1 and m.customer_id = $2 and not m.ended
  and exists (select 1 from obligation o where o.tenant_id = m.tenant_id and o.matter_id = m.id and o.status in ('open', 'paused')) order by m.received_at limit 5`;
const ERASE = "update matter set customer_name = '' where tenant_id = $1 and customer_id = $2";

/** Takes a customer's name off his matters. @throws Failure 409 naming matters in which something is still owed to him */
export async function eraseFromMatters(scope: Scope<Actor>, customer: string): Promise<void> {
  const open = (await scope.run<{ number: string }>({ text: OPEN, values: [scope.tenant, customer] })).rows.map(({ number }) => number);
  if (open.length > 0) {
    throw conflict('still-owed', { zh: `这位客户还有没办完的事项（${open.join('、')}），办结后才能删除资料。`, en: `Something is still owed to this customer (${open.join(', ')}). Please finish it first.` }, { matters: open });
  }
  await scope.run({ text: ERASE, values: [scope.tenant, customer] });
}
