import { chain, insertEvents, recordHappening } from '#capabilities/audit/index.ts';
import { createPerson, createTenant, type RecordEvent } from '#capabilities/identity/index.ts';
import { arrangeOrganisation } from '#capabilities/organisation/index.ts';
import { publishPolicy } from '#capabilities/policies/index.ts';
import type { Policy } from '#engine';
import { uuidv7, type Scope, type TenantActor } from '#platform/db/index.ts';
import type { Cast } from './cast.ts';
import type { Shipped } from './shipped.ts';

const CUSTOMERS = `insert into customer (tenant_id, id, name, phone, address, created_at)
  select $1, id, name, phone, address, $3 from jsonb_to_recordset($2::jsonb) as x(id uuid, name text, phone text, address text)`;
const HOUSES = `insert into house (tenant_id, id, code, community, customer_id)
  select $1, id, code, community, customer_id from jsonb_to_recordset($2::jsonb) as x(id uuid, code text, community text, customer_id uuid)`;

const WARRANTIES = `insert into warranty (tenant_id, id, customer_id, house_id, part, until)
  select $1, id, customer_id, house_id, part, until from jsonb_to_recordset($2::jsonb) as x(id uuid, customer_id uuid, house_id uuid, part text, until date)`;

/** Founds the company of a story: its units and positions, its policy, everybody in it, its customers and their houses. @param at - by the story's clock. */
export async function found(scope: Scope<TenantActor>, shipped: Shipped, policy: Policy, cast: Cast, passwordHash: string, at: number): Promise<void> {
  const { story } = shipped;
  const record: RecordEvent = (within, stream, of, type, body, words) => recordHappening(within, { stream, of, type, actor: null, at, body, words });
  await createTenant(scope, { slug: shipped.id, name: story.company, demonstration: true, clockVirtual: true, zone: policy.zone }, at);
  await arrangeOrganisation(scope, { units: Object.entries(story.units).map(([code, name]) => ({ code, name, outside: policy.units[code]?.outside ?? false })), positions: [] });
  await publishPolicy(scope, { id: shipped.id, rules: shipped.rules, document: shipped.document, actor: null, at });
  for (const person of story.people) {
    const id = cast.people.get(person.username) ?? uuidv7();
    await createPerson(scope, {
      id, username: person.username, name: person.name, unit: person.unit, phone: person.phone, positions: person.positions, administrator: person.admin ?? false, passwordHash,
    }, at, record);
  }
  await welcome(scope, shipped, cast, at);
}

async function welcome(scope: Scope<TenantActor>, { story }: Shipped, cast: Cast, at: number): Promise<void> {
  const customers = [...cast.customers.values()];
  const events = customers.flatMap(({ id, ...words }) => chain({ tenant: scope.tenant, stream: id, of: 'customer', policyVersion: null, head: null }, [
    { seq: 1, type: 'registered', act: null, actor: null, occurredAt: at, recordedAt: at, body: {}, words },
  ]).rows);
  await scope.runAll([{ text: CUSTOMERS, values: [scope.tenant, JSON.stringify(customers), new Date(at)] }, ...insertEvents(scope.tenant, events)]);
  const houses = (story.houses ?? []).map((house) => ({ id: uuidv7(), code: house.code, community: story.site, customer_id: cast.customers.get(house.customer ?? '')?.id ?? null, warranty: house.warranty ?? {} }));
  const warranties = houses.flatMap(({ id, customer_id, warranty }) => (customer_id === null ? [] : Object.entries(warranty).map(([part, until]) => ({ id: uuidv7(), customer_id, house_id: id, part, until }))));
  await scope.run({ text: HOUSES, values: [scope.tenant, JSON.stringify(houses)] });
  await scope.run({ text: WARRANTIES, values: [scope.tenant, JSON.stringify(warranties)] });
}
