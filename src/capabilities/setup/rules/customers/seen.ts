import type { Ground, Seen, Who } from './plan.ts';

type Customer = Who & { readonly name: string; readonly phone: string; readonly address: string };
type Home = NonNullable<ReturnType<Seen['home']>>;

const keyOf = (who: Who): string => ('id' in who ? who.id : `#${who.row}`);
const place = (community: string, code: string): string => `${community}\n${code}`;

/** Opens what is known; each row that brings something is known to those after it. */
export function openSeen(ground: Ground): Seen {
  const byPhone = new Map<string, Customer[]>();
  const byName = new Map<string, Customer[]>();
  const homes = new Map<string, Home>(ground.homes.map((home) => [place(home.community, home.code), { home: { id: home.id }, owner: home.owner === null ? null : { id: home.owner }, ownerName: home.ownerName }]));
  const serials = new Set(ground.devices.flatMap(({ serial }) => (serial === '' ? [] : [serial])));
  const devices = new Set(ground.devices.map(({ customer, name, model }) => `${customer}\n${name}\n${model}`));
  const add = (customer: Customer): void => {
    if (customer.phone !== '') byPhone.set(customer.phone, [...(byPhone.get(customer.phone) ?? []), customer]);
    byName.set(customer.name, [...(byName.get(customer.name) ?? []), customer]);
  };
  for (const { id, name, phone, address } of ground.customers) add({ id, name, phone, address });
  return {
    customersWith(phone, name) {
      const found = phone === '' ? (byName.get(name) ?? []) : (byPhone.get(phone) ?? []);
      return name === '' ? found : found.filter((each) => each.name === name);
    },
    addCustomer: (row, customer) => add({ row, ...customer }),
    home: (community, code) => homes.get(place(community, code)),
    addHome: (row, community, code, owner, ownerName) => void homes.set(place(community, code), { home: homes.get(place(community, code))?.home ?? { row }, owner, ownerName }),
    hasDevice: (serial, owner, name, model) => (serial === '' ? devices.has(`${keyOf(owner)}\n${name}\n${model}`) : serials.has(serial)),
    addDevice(serial, owner, name, model) {
      if (serial !== '') serials.add(serial);
      devices.add(`${keyOf(owner)}\n${name}\n${model}`);
    },
  };
}

export const sameWho = (one: Who | null, other: Who | null): boolean => (one === null || other === null ? one === other : keyOf(one) === keyOf(other));
