import { recordHappening } from '#capabilities/audit/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { missing, wrong, type Actor } from '#platform/operations/index.ts';
import type { WarrantyBody } from '../contract.ts';

const CUSTOMER = 'select 1 from customer where tenant_id = $1 and id = $2 and erased_at is null';
const HOUSE = 'select id from house where tenant_id = $1 and customer_id = $2 and code = $3';
const INSERT = 'insert into warranty (tenant_id, id, customer_id, house_id, part, until) values ($1, $2, $3, $4, $5, $6)';

/** Writes down what of a customer's is under warranty until when. @throws Failure 404 for no such customer, 422 for a house that is not his */
export async function addWarranty(scope: Scope<Actor>, customer: string, body: WarrantyBody, at: number): Promise<void> {
  if ((await scope.run({ name: 'warranty-customer', text: CUSTOMER, values: [scope.tenant, customer] })).count === 0) throw missing();
  const house = body.house === undefined ? null : (await scope.run<{ id: string }>({ name: 'warranty-house', text: HOUSE, values: [scope.tenant, customer, body.house] })).rows[0]?.id;
  if (house === undefined) throw wrong([{ path: ['body', 'house'], message: { zh: '这位客户没有这套房屋，请核对房号。', en: 'This customer has no such home. Please check its number.' } }]);
  const id = uuidv7();
  await scope.run({ name: 'warranty-insert', text: INSERT, values: [scope.tenant, id, customer, house, body.part.trim(), body.until] });
  await recordHappening(scope, { stream: customer, of: 'customer', type: 'warranty-added', actor: scope.actor.person, at, body: { warranty: id, until: body.until, house }, words: { part: body.part } });
}
