import { chain, insertEvents, onCompanyClock, type ChainedRow, type EventToChain } from '#capabilities/audit/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { bareOf, columnOf, fieldsOf, isDay, isHome, THINGS, wordsOf, type Thing, type ThingName } from '../rules/things.ts';

export interface NewCustomer { readonly id: string; readonly name: string; readonly phone: string; readonly address: string; readonly project: string; readonly keyCustomer: boolean }
/** `customer` null: a home nobody lives in yet. */
export interface NewThing { readonly is: ThingName; readonly id: string; readonly customer: string | null; readonly values: Readonly<Record<string, unknown>> }
/** A home that nobody has gets somebody. */
export interface Moving { readonly home: string; readonly customer: string }
export interface Many { readonly customers: readonly NewCustomer[]; readonly things: readonly NewThing[]; readonly moves: readonly Moving[] }
/** `body` stands in every event: what they came by. */
export interface How { readonly actor: string | null; readonly at: number; readonly body: Readonly<Record<string, unknown>> }

const CUSTOMERS = `insert into customer (tenant_id, id, name, phone, address, project, key_customer, created_at)
  select $1, id, name, phone, address, project, "keyCustomer", $3 from jsonb_to_recordset($2::jsonb) as x(id uuid, name text, phone text, address text, project text, "keyCustomer" boolean)`;
const HEADS = 'select distinct on (stream) stream, seq, hash from event where tenant_id = $1 and stream = any($2::uuid[]) order by stream, seq desc';
const MOVE = 'update house h set customer_id = x.customer from jsonb_to_recordset($2::jsonb) as x(home uuid, customer uuid) where h.tenant_id = $1 and h.id = x.home and h.customer_id is null';
const SERVED = `update customer c set project = x.project from jsonb_to_recordset($2::jsonb) as x(id uuid, project text) where c.tenant_id = $1 and c.id = x.id and c.project = ''`;

/**
 * Brings many customers and things into the company at once, in a few statements however many they are, each with its event. What is
 * brought has been looked at: homes are new, customers are there or in `customers`.
 */
export async function bringIn<A extends TenantActor>(scope: Scope<A>, { customers, things, moves }: Many, how: How): Promise<void> {
  if (customers.length > 0) await scope.run({ text: CUSTOMERS, values: [scope.tenant, JSON.stringify(customers), new Date(how.at)] });
  for (const [name, thing] of Object.entries(THINGS)) await insertThings(scope, thing, things.filter(({ is }) => is === name));
  if (moves.length > 0) await scope.run({ text: MOVE, values: [scope.tenant, JSON.stringify(moves)] });
  const homes = things.filter(({ is, customer, values }) => is === 'houses' && customer !== null && (values['community'] ?? '') !== '');
  if (homes.length > 0) await scope.run({ text: SERVED, values: [scope.tenant, JSON.stringify(homes.map(({ customer, values }) => ({ id: customer, project: values['community'] })))] });
  await tellMany(scope, saidOf({ customers, things, moves }, how), how);
}

async function insertThings<A extends TenantActor>(scope: Scope<A>, thing: Thing, rows: readonly NewThing[]): Promise<void> {
  if (rows.length === 0) return;
  const fields = fieldsOf(thing);
  const typed = fields.map((field) => `"${field}" ${isDay(field) ? 'date' : isHome(field) ? 'uuid' : 'text'}`).join(', ');
  const text = `insert into ${thing.table} (tenant_id, id, customer_id, ${fields.map(columnOf).join(', ')})
    select $1, id, customer, ${fields.map((field) => (isDay(field) || isHome(field) ? `"${field}"` : `coalesce("${field}", '')`)).join(', ')} from jsonb_to_recordset($2::jsonb) as x(id uuid, customer uuid, ${typed})`;
  await scope.run({ text, values: [scope.tenant, JSON.stringify(rows.map(({ id, customer, values }) => ({ ...values, id, customer })))] });
}

/** What is told in a customer's stream. */
export type Said = Pick<EventToChain, 'type' | 'body' | 'words'>;

function saidOf({ customers, things, moves }: Many, { body }: How): ReadonlyMap<string, readonly Said[]> {
  const said = new Map<string, Said[]>(customers.map(({ id, name, phone, address, project }) => [id, [{ type: 'registered', body, words: { name, phone, address, project } }]]));
  const tell = (customer: string, one: Said): void => { const before = said.get(customer); if (before) before.push(one); else said.set(customer, [one]); };
  for (const { is, id, customer, values } of things) {
    const thing = THINGS[is];
    if (customer !== null) tell(customer, { type: `${thing.event}-added`, body: { ...body, [thing.event]: id, ...bareOf(thing, values) }, words: wordsOf(thing, values) });
  }
  for (const { home, customer } of moves) tell(customer, { type: 'house-added', body: { ...body, house: home }, words: {} });
  return said;
}

/** Appends to many customers' streams at once, in two round trips however many they are. */
export async function tellMany<A extends TenantActor>(scope: Scope<A>, said: ReadonlyMap<string, readonly Said[]>, how: Pick<How, 'actor' | 'at'>): Promise<void> {
  const occurredAt = await onCompanyClock(scope, how.at);
  const { rows } = await scope.run<{ stream: string; seq: number; hash: Uint8Array }>({ text: HEADS, values: [scope.tenant, [...said.keys()]] });
  const heads = new Map(rows.map((row) => [row.stream, row]));
  const chained = [...said].flatMap(([stream, events]): readonly ChainedRow[] => {
    const head = heads.get(stream);
    const from = (head?.seq ?? 0) + 1;
    const all = events.map((event, at) => ({ ...event, seq: from + at, act: null, actor: how.actor, occurredAt, recordedAt: how.at }));
    return chain({ tenant: scope.tenant, stream, of: 'customer', policyVersion: null, head: head?.hash ?? null }, all).rows;
  });
  await scope.runAll(insertEvents(scope.tenant, chained));
}
