import type { Many, NewThing } from '#capabilities/customers/index.ts';
import { uuidv7 } from '#platform/db/index.ts';
import type { Story } from '../rules/story.ts';
import type { Cast } from './cast.ts';

/** Everybody the company of a story serves, with what they have. */
export function customersOf(story: Story, cast: Cast): Many {
  const known = (name: string | undefined): string | null => (name === undefined ? null : (cast.customers.get(name)?.id ?? null));
  const houses = (story.houses ?? []).map((house) => ({ ...house, id: uuidv7(), owner: known(house.customer), community: house.site ?? story.site }));
  const homeOf = (owner: string): string | null => houses.find((house) => house.owner === owner)?.id ?? null;
  const customers = story.customers.map(({ id: name, address, project, key }) => {
    const one = cast.customers.get(name);
    if (!one) throw new Error(`the story has no customer ${name}`);
    return { id: one.id, name: one.name, phone: one.phone, address, project: project ?? '', keyCustomer: key ?? false };
  });
  const of = (is: NewThing['is'], customer: string | null, values: NewThing['values']): NewThing => ({ is, id: uuidv7(), customer, values });
  const things: NewThing[] = houses.flatMap(({ id, owner, community, code, use, handedOver, occupancy, warranty = {} }) => [
    { is: 'houses', id, customer: owner, values: { community, code, use, account: '', occupancy: occupancy ?? '', handedOver: handedOver ?? null } } as const,
    ...(owner === null ? [] : Object.entries(warranty).map(([part, until]) => of('warranties', owner, { part, until, houseId: id }))),
  ]);
  for (const { id: name, devices = [], contracts = [], consents = [] } of story.customers) {
    const customer = known(name);
    if (customer === null) continue;
    const houseId = homeOf(customer);
    things.push(...devices.map((each) => of('devices', customer, { ...each, houseId })), ...contracts.map((each) => of('contracts', customer, { ...each, houseId })), ...consents.map((each) => of('consents', customer, each)));
  }
  return { customers, things, moves: [] };
}
