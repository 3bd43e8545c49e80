import { chain, insertEvents, type ChainedRow, type EventToChain } from '#capabilities/audit/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { bareOf, columnOf, fieldsOf, isDay, isHome, THINGS, wordsOf, type Thing, type ThingName } from '../rules/things.ts';

export interface NewCustomer { readonly id: string; readonly name: string; readonly phone: string; readonly address: string; readonly project: string; readonly keyCustomer: boolean }
/** `customer` null: a home nobody lives in yet. */
export interface NewThing { readonly is: ThingName; readonly id: string; readonly customer: string | null; readonly values: Readonly<Record<string, unknown>> }
export interface Many { readonly customers: readonly NewCustomer[]; readonly things: readonly NewThing[] }
/** `body` stands in every event: what they came by. */
export interface How { readonly actor: string | null; readonly at: number; readonly body: Readonly<Record<string, unknown>> }

const CUSTOMERS = `insert into customer (tenant_id, id, name, phone, address, project, key_customer, created_at)
  select $1, id, name, phone, address, project, "keyCustomer", $3 from jsonb_to_recordset($2::jsonb) as x(id uuid, name text, phone text, address text, project text, "keyCustomer" boolean)`;
const HEADS = 'select distinct on (stream) stream, seq, hash from event where tenant_id = $1 and stream = any($2::uuid[]) order by stream, seq desc';
const SERVED = `update customer c set project = x.project from jsonb_to_recordset($2::jsonb) as x(id uuid, project text) where c.tenant_id = $1 and c.id = x.id and c.project = ''`;

/**
 * Brings many customers and things into the company at once, in a few statements however many they are, each with its event. What is
 * brought has been looked at: homes are new, customers are there or in `customers`.
 */
export async function bringIn<A extends TenantActor>(scope: Scope<A>, { customers, things }: Many, how: How): Promise<void> {
  if (customers.length > 0) await scope.run({ text: CUSTOMERS, values: [scope.tenant, JSON.stringify(customers), new Date(how.at)] });
  for (const [name, thing] of Object.entries(THINGS)) await insertThings(scope, thing, things.filter(({ is }) => is === name));
  const homes = things.filter(({ is, customer, values }) => is === 'houses' && customer !== null && (values['community'] ?? '') !== '');
  if (homes.length > 0) await scope.run({ text: SERVED, values: [scope.tenant, JSON.stringify(homes.map(({ customer, values }) => ({ id: customer, project: values['community'] })))] });
  await scope.runAll(insertEvents(scope.tenant, await eventsOf(scope, { customers, things }, how)));
}

async function insertThings<A extends TenantActor>(scope: Scope<A>, thing: Thing, rows: readonly NewThing[]): Promise<void> {
  if (rows.length === 0) return;
  const fields = fieldsOf(thing);
  const typed = fields.map((field) => `"${field}" ${isDay(field) ? 'date' : isHome(field) ? 'uuid' : 'text'}`).join(', ');
  const text = `insert into ${thing.table} (tenant_id, id, customer_id, ${fields.map(columnOf).join(', ')})
    select $1, id, customer, ${fields.map((field) => (isDay(field) || isHome(field) ? `"${field}"` : `coalesce("${field}", '')`)).join(', ')} from jsonb_to_recordset($2::jsonb) as x(id uuid, customer uuid, ${typed})`;
  await scope.run({ text, values: [scope.tenant, JSON.stringify(rows.map(({ id, customer, values }) => ({ ...values, id, customer })))] });
}

async function eventsOf<A extends TenantActor>(scope: Scope<A>, { customers, things }: Many, how: How): Promise<readonly ChainedRow[]> {
  type Said = Pick<EventToChain, 'type' | 'body' | 'words'>;
  const said = new Map<string, Said[]>(customers.map(({ id, name, phone, address, project }) => [id, [{ type: 'registered', body: { ...how.body, project }, words: { name, phone, address } }]]));
  const before = [...new Set(things.flatMap(({ customer }) => (customer === null || said.has(customer) ? [] : [customer])))];
  for (const { is, id, customer, values } of things) {
    if (customer === null) continue;
    const thing = THINGS[is];
    said.set(customer, [...(said.get(customer) ?? []), { type: `${thing.event}-added`, body: { ...how.body, [thing.event]: id, ...bareOf(thing, values) }, words: wordsOf(thing, values) }]);
  }
  const { rows } = before.length === 0 ? { rows: [] } : await scope.run<{ stream: string; seq: number; hash: Uint8Array }>({ text: HEADS, values: [scope.tenant, before] });
  const heads = new Map(rows.map((row) => [row.stream, row]));
  return [...said].flatMap(([stream, events]) => {
    const head = heads.get(stream);
    const from = (head?.seq ?? 0) + 1;
    const chained = events.map((event, at) => ({ ...event, seq: from + at, act: null, actor: how.actor, occurredAt: how.at, recordedAt: how.at }));
    return chain({ tenant: scope.tenant, stream, of: 'customer', policyVersion: null, head: head?.hash ?? null }, chained).rows;
  });
}
