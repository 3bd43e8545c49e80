import { recordHappening } from '#capabilities/audit/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { conflict, missing, wrong, type Actor } from '#platform/operations/index.ts';
import { bareOf, fieldsOf, THINGS, wordsOf, type Thing, type ThingName } from '../../rules/things.ts';
import { holdCustomer } from '../holding.ts';
import { endOf, HOME, insertOf, MOVE_IN, SERVED, TAKEN, updateOf } from './statements.ts';

type Values = Readonly<Record<string, unknown>>;
interface Kept { readonly customer: string; readonly at: number }

/** His file, held; of one who became part of another, that one's. @throws Failure 404 */
async function fileOf(scope: Scope<Actor>, customer: string): Promise<string> {
  const held = await holdCustomer(scope, customer);
  if (held === null) throw missing();
  return held;
}

/** Writes down something that a customer has. @throws Failure 404 for no such customer, 409 for a home of another, 422 for a home that is not his */
export async function addThing(scope: Scope<Actor>, name: ThingName, { customer: named, at }: Kept, values: Values): Promise<{ id: string }> {
  const thing: Thing = THINGS[name];
  const customer = await fileOf(scope, named);
  await requireHome(scope, customer, values['houseId']);
  const free = name === 'houses' ? await freeHome(scope, customer, values) : null;
  const id = free ?? uuidv7();
  const given = [scope.tenant, id, customer, ...valuesOf(thing, values)];
  if (free !== null) await scope.run({ name: 'file-change-houses', text: updateOf(thing), values: given });
  else await placing(scope.run({ name: `file-${name}`, text: insertOf(thing), values: name === 'consents' ? [...given, scope.actor.person] : given }));
  if (name === 'houses' && values['community'] !== '') await scope.run({ name: 'file-served', text: SERVED, values: [scope.tenant, customer, values['community']] });
  await tell(scope, { customer, at }, `${thing.event}-added`, { [thing.event]: id, ...bareOf(thing, values) }, wordsOf(thing, values));
  return { id };
}

/** Writes what is known of it anew. @throws Failure 404 for what is not his or has ended, 409 for the place of another home, 422 for a home that is not his */
export async function changeThing(scope: Scope<Actor>, name: ThingName, id: string, { customer: named, at }: Kept, values: Values): Promise<{ id: string }> {
  const thing: Thing = THINGS[name];
  const customer = await fileOf(scope, named);
  await requireHome(scope, customer, values['houseId']);
  if (name === 'houses') await requirePlace(scope, id, values);
  const { count } = await placing(scope.run({ name: `file-change-${name}`, text: updateOf(thing), values: [scope.tenant, id, customer, ...valuesOf(thing, values)] }));
  if (count === 0) throw missing();
  await tell(scope, { customer, at }, `${thing.event}-changed`, { [thing.event]: id, ...bareOf(thing, values) }, wordsOf(thing, values));
  return { id };
}

/** He no longer has it; of a consent: he has withdrawn it. @throws Failure 404 for what is not his or has ended before */
export async function endThing(scope: Scope<Actor>, name: ThingName, id: string, { customer: named, at }: Kept, { on, how }: { readonly on: string; readonly how: string }): Promise<{ id: string }> {
  const thing: Thing = THINGS[name];
  const customer = await fileOf(scope, named);
  const values = [scope.tenant, id, customer, ...(name === 'houses' ? [] : [on]), ...(name === 'consents' ? [how, scope.actor.person] : [])];
  if ((await scope.run({ name: `file-end-${name}`, text: endOf(thing), values })).count === 0) throw missing();
  await tell(scope, { customer, at }, `${thing.event}-ended`, { [thing.event]: id, on }, how === '' ? {} : { how });
  return { id };
}

const valuesOf = (thing: Thing, values: Values): readonly unknown[] => fieldsOf(thing).map((field) => values[field] ?? null);

async function requireHome(scope: Scope<Actor>, customer: string, home: unknown): Promise<void> {
  if (typeof home !== 'string' || (await scope.run({ name: 'file-home', text: HOME, values: [scope.tenant, customer, home] })).count > 0) return;
  throw wrong([{ path: ['body', 'houseId'], message: { zh: '这位客户没有这套房屋，请重新选择。', en: 'This customer has no such home. Please choose again.' } }]);
}

interface Place { readonly id: string; readonly customer_id: string | null; readonly name: string }

async function placeOf(scope: Scope<Actor>, { community, code }: Values): Promise<Place | undefined> {
  return (await scope.run<Place>({ name: 'file-place', text: TAKEN, values: [scope.tenant, community, code] })).rows[0];
}

const taken = (place: Pick<Place, 'name'>) => conflict('home-taken', place.name === '' ? { zh: '这个房号已经登记过，请核对。', en: 'This home is registered already. Please check its number.' }
  : { zh: `这套房屋现在登记在「${place.name}」名下；已转让的，请先在他的档案里结束。`, en: `This home is registered for “${place.name}”. If it has changed hands, end it in that file first.` });

const ONE_HOME = 'house_tenant_id_community_code_key';

/** Somebody else may have written down the same home between our look and our writing. */
async function placing<T>(written: Promise<T>): Promise<T> {
  return written.catch((error: unknown) => { throw error instanceof Error && 'constraint' in error && error.constraint === ONE_HOME ? taken({ name: '' }) : error; });
}

/** The id of a home that is known and that nobody has now; null for a new one. */
async function freeHome(scope: Scope<Actor>, customer: string, values: Values): Promise<string | null> {
  const place = await placeOf(scope, values);
  if (!place) return null;
  if (place.customer_id !== null || (await scope.run({ name: 'file-move-in', text: MOVE_IN, values: [scope.tenant, place.id, customer] })).count === 0) throw taken(place);
  return place.id;
}

async function requirePlace(scope: Scope<Actor>, id: string, values: Values): Promise<void> {
  const place = await placeOf(scope, values);
  if (place && place.id !== id) throw taken(place);
}

const tell = (scope: Scope<Actor>, { customer, at }: Kept, type: string, body: Values, words: Readonly<Record<string, string>>): Promise<void> =>
  recordHappening(scope, { stream: customer, of: 'customer', type, actor: scope.actor.person, at, body, words });
