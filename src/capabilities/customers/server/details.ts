import { recordHappening } from '#capabilities/audit/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { missing, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import type { z } from 'zod';
import type { detailsBody } from '../contract.ts';
import { normalPhone, wrongPhone } from '../rules/phone.ts';
import './context.ts';

const CHANGE = 'update customer set name = $3, phone = $4, address = $5, project = $6 where tenant_id = $1 and id = $2 and erased_at is null and merged_into is null';
const MARK = 'update customer set key_customer = $3 where tenant_id = $1 and id = $2 and erased_at is null and merged_into is null';

/** Corrects who a customer is; his open and ended matters call him by his new name. @throws Failure 404 for no such customer, 422 for what is no number */
export async function changeDetails(scope: Scope<Actor>, context: Context, customer: string, { name, phone, address, project }: z.output<typeof detailsBody>): Promise<void> {
  const message = wrongPhone(phone);
  if (message) throw wrong([{ path: ['body', 'phone'], message }]);
  const { count } = await scope.run({ name: 'customer-change', text: CHANGE, values: [scope.tenant, customer, name, normalPhone(phone), address, project] });
  if (count === 0) throw missing();
  await context.renameElsewhere(scope, customer, name);
  const words = { name, phone: normalPhone(phone), address, project };
  await recordHappening(scope, { stream: customer, of: 'customer', type: 'changed', actor: scope.actor.person, at: context.clock.now(), body: {}, words });
}

/** Marks a customer as one of the key customers 重点客户, or takes the mark away. @throws Failure 404 */
export async function markCustomer(scope: Scope<Actor>, customer: string, key: boolean, at: number): Promise<void> {
  if ((await scope.run({ name: 'customer-mark', text: MARK, values: [scope.tenant, customer, key] })).count === 0) throw missing();
  await recordHappening(scope, { stream: customer, of: 'customer', type: key ? 'marked-key' : 'unmarked-key', actor: scope.actor.person, at, body: {} });
}
