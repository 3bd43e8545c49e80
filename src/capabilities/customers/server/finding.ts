import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { CustomerJson } from '../contract.ts';
import { normalPhone } from '../rules/phone.ts';

const COLUMNS = 'id, name, phone, address';
/** The number of a file that became part of another leads to that one. */
const numbered = (how: string): string => `select distinct c.id, c.name, c.phone, c.address, c.created_at from customer k join customer c on c.tenant_id = $1 and c.id = case when k.merged_into is null then k.id else k.merged_into end
  where k.tenant_id = $1 and k.phone ${how} and c.erased_at is null order by c.created_at, c.id limit $3`;
const EXACT = numbered('= $2');
const SUFFIX = numbered("like '%' || $2");
const WORDS = `select ${COLUMNS} from customer where tenant_id = $1 and erased_at is null and merged_into is null and (name ilike $2 or address ilike $2) order by name, id limit $3`;
const ALL = `select ${COLUMNS} from customer where tenant_id = $1 and erased_at is null and merged_into is null order by created_at desc, id desc limit $2`;

/** The last digits of a number that are enough to look for: what a display of a telephone shows, or a customer says. */
const ENOUGH_DIGITS = 4;

/** Customers with a telephone number: the whole number first, else (where that is meant, too) those that end in these digits, four at least. */
export async function customersByPhone<A extends TenantActor>(scope: Scope<A>, phone: string, limit: number, meant: 'whole' | 'or its end' = 'or its end'): Promise<CustomerJson[]> {
  const digits = normalPhone(phone);
  if (digits === '') return [];
  const found = async (name: string, text: string): Promise<CustomerJson[]> =>
    (await scope.run<CustomerJson>({ name, text, values: [scope.tenant, digits, limit] })).rows.map(({ id, name: called, phone: number, address }) => ({ id, name: called, phone: number, address }));
  const exact = await found('customer-phone', EXACT);
  return exact.length || meant === 'whole' || digits.length < ENOUGH_DIGITS ? exact : found('customer-suffix', SUFFIX);
}

/** Customers whose name or address has these words in it. */
export async function customersLike<A extends TenantActor>(scope: Scope<A>, search: string, limit: number): Promise<CustomerJson[]> {
  const pattern = `%${search.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return (await scope.run<CustomerJson>({ name: 'customer-words', text: WORDS, values: [scope.tenant, pattern, limit] })).rows;
}

/** The customers that came last. */
export async function latestCustomers<A extends TenantActor>(scope: Scope<A>, limit: number): Promise<CustomerJson[]> {
  return (await scope.run<CustomerJson>({ name: 'customer-latest', text: ALL, values: [scope.tenant, limit] })).rows;
}

/** Whoever became part of another file is answered with that file. */
const ONE = `select ${COLUMNS}, key_customer as "keyCustomer", project from customer where tenant_id = $1 and erased_at is null
  and id = (select coalesce(k.merged_into, k.id) from customer k where k.tenant_id = $1 and k.id = $2)`;

/** A customer as his file's head shows him. */
export interface CustomerHead extends CustomerJson { readonly keyCustomer: boolean; readonly project: string }

/** One customer; undefined for one who is not there (or no longer). Of a merged one: the file he became part of. */
export async function customerWith<A extends TenantActor>(scope: Scope<A>, id: string): Promise<CustomerHead | undefined> {
  return (await scope.run<CustomerHead>({ name: 'customer-one', text: ONE, values: [scope.tenant, id] })).rows[0];
}
