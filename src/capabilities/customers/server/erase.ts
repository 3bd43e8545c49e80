import { eraseWords, recordHappening } from '#capabilities/audit/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { missing, type Actor, type Context } from '#platform/operations/index.ts';
import './context.ts';

const ERASE = "update customer set name = '', phone = '', address = '', erased_at = $3 where tenant_id = $1 and id = $2 and erased_at is null";

/**
 * Erases who a customer is: name, telephone and address in his own row and on his matters, and every word of his stream, salts
 * included; the chain still verifies. What was written about the case itself stays with the matters: it is the company's record.
 * Answers kept for repeated requests forget him within seven days.
 * @throws Failure 404 for nobody, and for somebody erased before; 409 while one of his matters is open
 */
export async function eraseCustomer(scope: Scope<Actor>, context: Context, customer: string, reason: string): Promise<{ erased: number }> {
  const now = context.clock.now();
  const { count } = await scope.run({ name: 'customer-erase', text: ERASE, values: [scope.tenant, customer, new Date(now)] });
  if (count === 0) throw missing();
  await context.eraseElsewhere(scope, customer);
  const erased = await eraseWords(scope, customer);
  // After the erasing, so that why it was done is still known.
  await recordHappening(scope, { stream: customer, of: 'customer', type: 'erased', actor: scope.actor.person, at: now, body: { events: erased }, words: { reason } });
  return { erased };
}
