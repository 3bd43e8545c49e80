import { eraseWords, recordHappening } from '#capabilities/audit/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { forgetAnswersAbout } from '#platform/idempotency/index.ts';
import { missing, type Actor, type Context } from '#platform/operations/index.ts';
import './context.ts';
import { holdAllFiles } from './holding.ts';

const HOLD = 'select id from customer where tenant_id = $1 and id = $2 and erased_at is null and merged_into is null for update';
/** Whoever became part of his file. */
const PARTS = 'select id from customer where tenant_id = $1 and merged_into = $2 order by id for update';
/** A home stays, without what was his own in it. */
const LEAVE = "update house set customer_id = null, use = '', account = '', occupancy = '' where tenant_id = $1 and customer_id = any($2::uuid[])";
const remove = (table: string): string => `delete from ${table} where tenant_id = $1 and customer_id = any($2::uuid[])`;
const ERASE = "update customer set name = '', phone = '', address = '', project = '', erased_at = $3 where tenant_id = $1 and id = any($2::uuid[]) and erased_at is null";

/**
 * Erases who a customer is: name, telephone and address in his own row and on his matters, what he had and agreed to, and every
 * word of his stream, salts included, those of files that became part of his too; the chain still verifies. A home stays, with nobody in it. What was written about the case itself stays with the matters: it is the company's record.
 * Answers kept for repeated requests that speak of him or of his matters go, too. He is held first: a matter received at the same moment is seen here, or finds him gone.
 * @throws Failure 404 for nobody, and for somebody erased before; 409 while one of his matters is open
 */
export async function eraseCustomer(scope: Scope<Actor>, context: Context, customer: string, reason: string): Promise<{ erased: number }> {
  const now = context.clock.now();
  await holdAllFiles(scope);
  const parts = (await scope.run<{ id: string }>({ name: 'customer-parts', text: PARTS, values: [scope.tenant, customer] })).rows.map(({ id }) => id);
  if ((await scope.run({ name: 'customer-erase-hold', text: HOLD, values: [scope.tenant, customer] })).count === 0) throw missing();
  const same = [...parts, customer];
  await scope.run({ name: 'customer-erase', text: ERASE, values: [scope.tenant, same, new Date(now)] });
  for (const table of ['device', 'contract', 'consent', 'warranty']) await scope.run({ text: remove(table), values: [scope.tenant, same] });
  await scope.run({ text: LEAVE, values: [scope.tenant, same] });
  const matters: string[] = [];
  let erased = 0;
  for (const id of same) {
    matters.push(...await context.eraseElsewhere(scope, id));
    erased += await eraseWords(scope, id);
  }
  await forgetAnswersAbout(scope, [...same, ...matters]);
  // After the erasing, so that why it was done is still known.
  await recordHappening(scope, { stream: customer, of: 'customer', type: 'erased', actor: scope.actor.person, at: now, body: { events: erased }, words: { reason } });
  return { erased };
}
