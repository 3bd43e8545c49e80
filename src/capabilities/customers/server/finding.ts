import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { CustomerJson } from '../contract.ts';
import { normalPhone } from '../rules/phone.ts';

const COLUMNS = 'id, name, phone, address';
const EXACT = `select ${COLUMNS} from customer where tenant_id = $1 and phone = $2 and erased_at is null order by created_at, id limit $3`;
const SUFFIX = `select ${COLUMNS} from customer where tenant_id = $1 and phone like '%' || $2 and erased_at is null order by created_at, id limit $3`;
const WORDS = `select ${COLUMNS} from customer where tenant_id = $1 and erased_at is null and (name ilike $2 or address ilike $2) order by name, id limit $3`;
const ALL = `select ${COLUMNS} from customer where tenant_id = $1 and erased_at is null order by created_at desc, id desc limit $2`;

/** The last digits of a number that are enough to look for: what a display of a telephone shows, or a customer says. */
const ENOUGH_DIGITS = 4;

/** Customers with a telephone number: the whole number first, else those that end in these digits (four at least). */
export async function customersByPhone<A extends TenantActor>(scope: Scope<A>, phone: string, limit: number): Promise<CustomerJson[]> {
  const digits = normalPhone(phone);
  if (digits === '') return [];
  const exact = (await scope.run<CustomerJson>({ name: 'customer-phone', text: EXACT, values: [scope.tenant, digits, limit] })).rows;
  if (exact.length || digits.length < ENOUGH_DIGITS) return exact;
  return (await scope.run<CustomerJson>({ name: 'customer-suffix', text: SUFFIX, values: [scope.tenant, digits, limit] })).rows;
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

const ONE = `select ${COLUMNS} from customer where tenant_id = $1 and id = $2 and erased_at is null`;
const HOUSES = "select trim(both ' ' from community || ' ' || code) as house from house where tenant_id = $1 and customer_id = $2 order by community, code";

const WARRANTIES = `select w.part, w.until::text as until, nullif(trim(both ' ' from coalesce(h.community, '') || ' ' || coalesce(h.code, '')), '') as house
  from warranty w left join house h on h.tenant_id = w.tenant_id and h.id = w.house_id where w.tenant_id = $1 and w.customer_id = $2 order by w.until desc, w.part limit 12`;

/** A customer with what is his. `warranties` end at 24:00 of their day. */
export interface CustomerWhole extends CustomerJson { readonly houses: string[]; readonly warranties: readonly { readonly part: string; readonly house: string | null; readonly until: string }[] }

/** One customer with the houses he has and what is under warranty in them; undefined for one who is not there (or no longer). */
export async function customerWith<A extends TenantActor>(scope: Scope<A>, id: string): Promise<CustomerWhole | undefined> {
  const customer = (await scope.run<CustomerJson>({ name: 'customer-one', text: ONE, values: [scope.tenant, id] })).rows[0];
  if (!customer) return undefined;
  const houses = (await scope.run<{ house: string }>({ name: 'customer-houses', text: HOUSES, values: [scope.tenant, id] })).rows.map((row) => row.house);
  const warranties = (await scope.run<CustomerWhole['warranties'][number]>({ name: 'customer-warranties', text: WARRANTIES, values: [scope.tenant, id] })).rows;
  return { ...customer, houses, warranties };
}
