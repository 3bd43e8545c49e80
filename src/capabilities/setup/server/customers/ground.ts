import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import { normalPhone } from '#capabilities/customers/contract.ts';
import type { CustomerMapping, Ground, KnownCustomer, KnownDevice, KnownHome, Lines } from '../../rules/customers/plan.ts';
import { cellText } from '../../rules/texts.ts';
import type { CustomerColumn } from '../../rules/customers/sheets.ts';

/** By the name and number of a file that became part of another, that one is meant. */
const CUSTOMERS = `select c.id, k.name, k.phone, k.address from customer k join customer c on c.tenant_id = $1 and c.id = case when k.merged_into is null then k.id else k.merged_into end
  where k.tenant_id = $1 and c.erased_at is null and (k.phone = any($2) or k.name = any($3)) order by c.created_at, c.id, k.id`;
const HOMES = `select h.id, h.community, h.code, h.customer_id as owner, coalesce(c.name, '') as "ownerName" from house h left join customer c on c.tenant_id = $1 and c.id = h.customer_id
  where h.tenant_id = $1 and h.code = any($2)`;
const DEVICES = `select serial, name, model, customer_id as customer from device where tenant_id = $1 and ended_on is null and (serial = any($2) or (serial = '' and name = any($3)))`;

/** What the company knows of whoever and whatever a sheet names, in three statements however long it is. */
export async function groundFor(scope: Scope<Actor>, { rows }: Lines, mapping: CustomerMapping): Promise<Ground> {
  const said = (column: CustomerColumn): string[] => {
    const at = mapping[column];
    return at === null || at === undefined ? [] : [...new Set(rows.map(({ cells }) => cellText(cells[at])).filter((each) => each !== ''))];
  };
  const phones = said('phone').map(normalPhone).filter((each) => each !== '');
  const customers = (await scope.run<KnownCustomer>({ name: 'import-customers', text: CUSTOMERS, values: [scope.tenant, phones, said('name')] })).rows;
  const homes = (await scope.run<KnownHome>({ name: 'import-homes', text: HOMES, values: [scope.tenant, said('code')] })).rows;
  const devices = (await scope.run<KnownDevice>({ name: 'import-devices', text: DEVICES, values: [scope.tenant, said('serial'), said('device')] })).rows;
  return { customers, homes, devices };
}
