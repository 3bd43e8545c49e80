import { eraseWords, recordHappening } from '#capabilities/audit/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { missing, type Actor, type Context } from '#platform/operations/index.ts';
import './context.ts';

/** He himself, and whoever became part of his file. */
const SAME = 'select id from customer where tenant_id = $1 and (id = $2 or merged_into = $2)';
const LEAVE = 'update house set customer_id = null where tenant_id = $1 and customer_id = any($2::uuid[])';
const remove = (table: string): string => `delete from ${table} where tenant_id = $1 and customer_id = any($2::uuid[])`;
const ERASE = "update customer set name = '', phone = '', address = '', erased_at = $3 where tenant_id = $1 and (id = $2 or merged_into = $2) and erased_at is null and exists (select from customer k where k.tenant_id = $1 and k.id = $2 and k.merged_into is null)";

/**
 * Erases who a customer is: name, telephone and address in his own row and on his matters, what he had and agreed to, and every
 * word of his stream, salts included, those of files that became part of his too; the chain still verifies. A home stays, with nobody in it. What was written about the case itself stays with the matters: it is the company's record.
 * Answers kept for repeated requests forget him within seven days.
 * @throws Failure 404 for nobody, and for somebody erased before; 409 while one of his matters is open
 */
export async function eraseCustomer(scope: Scope<Actor>, context: Context, customer: string, reason: string): Promise<{ erased: number }> {
  const now = context.clock.now();
  const { count } = await scope.run({ name: 'customer-erase', text: ERASE, values: [scope.tenant, customer, new Date(now)] });
  if (count === 0) throw missing();
  const same = (await scope.run<{ id: string }>({ name: 'customer-same', text: SAME, values: [scope.tenant, customer] })).rows.map(({ id }) => id);
  for (const table of ['device', 'contract', 'consent', 'warranty']) await scope.run({ text: remove(table), values: [scope.tenant, same] });
  await scope.run({ text: LEAVE, values: [scope.tenant, same] });
  let erased = 0;
  for (const id of same) {
    await context.eraseElsewhere(scope, id);
    erased += await eraseWords(scope, id);
  }
  // After the erasing, so that why it was done is still known.
  await recordHappening(scope, { stream: customer, of: 'customer', type: 'erased', actor: scope.actor.person, at: now, body: { events: erased }, words: { reason } });
  return { erased };
}
