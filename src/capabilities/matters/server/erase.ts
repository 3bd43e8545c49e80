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

const RENAME = 'update matter set customer_name = $3 where tenant_id = $1 and customer_id = $2 and customer_name <> $3';

/** His matters call a customer by his name. */
export async function renameInMatters(scope: Scope<Actor>, customer: string, name: string): Promise<void> {
  await scope.run({ name: 'matter-rename', text: RENAME, values: [scope.tenant, customer, name] });
}

const MOVE = 'update matter set customer_id = $3, customer_name = $4 where tenant_id = $1 and customer_id = $2 and ($5::uuid[] is null or id = any($5)) returning id';

/** Moves matters to the file another customer's became part of, or back. What was said in them stays as it was said. @returns those that moved */
export async function moveMatters(scope: Scope<Actor>, from: string, to: { readonly id: string; readonly name: string }, only: readonly string[] | null): Promise<readonly string[]> {
  return (await scope.run<{ id: string }>({ name: 'matter-move', text: MOVE, values: [scope.tenant, from, to.id, to.name, only] })).rows.map(({ id }) => id).toSorted();
}
