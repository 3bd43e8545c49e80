import type { Scope } from '#platform/db/index.ts';
import { Failure, missing, type Actor, type Context } from '#platform/operations/index.ts';
import type { CustomerJson } from '../contract.ts';
import { customersByPhone, customersLike, customerWith, latestCustomers, type CustomerHead } from './finding.ts';
import { maskedCustomer } from './masking.ts';

interface Sought { readonly phone?: string | undefined; readonly search?: string | undefined }

/**
 * Customers as the reader may find them. Whoever sees them masked is not told by a hit what stands under the mask: only a whole number
 * that he has anyway is looked for; by words and last digits he finds those for whom he works.
 */
export async function customersFor(context: Context, scope: Scope<Actor>, { phone, search }: Sought, limit: number): Promise<CustomerJson[]> {
  const open = await context.seesPersonal(scope);
  const found = await (phone !== undefined ? customersByPhone(scope, phone, limit, open ? 'or its end' : 'whole') : search === undefined ? latestCustomers(scope, limit) : customersLike(scope, search, limit));
  if (open) return found;
  const his = await context.worksFor(scope, found.map(({ id }) => id));
  return found.flatMap((each) => (his.has(each.id) ? [each] : search === undefined ? [{ ...maskedCustomer(each), masked: true as const }] : []));
}

const NOT_HIS = new Failure(403, 'forbidden', { zh: '这位客户的资料对接电话的人、主管和正在办他的事的人开放。要看请找主管。', en: 'This customer’s file is open to those who take calls, who lead, and who work on a matter of his. Please ask your lead.' });

/** A customer whose file the reader opens: his name, number and place in full. @throws Failure 404, and 403 for whoever neither takes calls, nor leads, nor works on a matter of his */
export async function customerToRead(context: Context, scope: Scope<Actor>, id: string): Promise<CustomerHead> {
  const customer = await customerWith(scope, id);
  if (!customer) throw missing();
  if (await context.seesPersonal(scope) || (await context.worksFor(scope, [customer.id])).has(customer.id)) return customer;
  throw NOT_HIS;
}
