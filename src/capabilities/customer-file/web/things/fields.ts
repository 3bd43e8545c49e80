import type { Belongings } from '#capabilities/customers/contract.ts';
import type { thingWords } from './words.ts';

export type ThingName = 'houses' | 'devices' | 'contracts' | 'consents' | 'warranties';
export interface Field { readonly name: keyof typeof thingWords; readonly is: 'line' | 'day' | 'home'; readonly must?: boolean; readonly most?: number }

const line = (name: Field['name'], most = 60, must = false): Field => ({ name, is: 'line', most, must });
const day = (name: Field['name'], must = false): Field => ({ name, is: 'day', must });
const home: Field = { name: 'houseId', is: 'home' };

/** What is asked of each sort of thing, in the order of reading. */
export const FIELDS: Readonly<Record<ThingName, readonly Field[]>> = {
  houses: [line('community'), line('code', 80, true), line('use', 40), line('occupancy', 40), day('handedOver'), line('account', 40)],
  devices: [line('name', 60, true), line('model', 80), line('serial', 80), home, day('boughtOn'), day('installedOn'), day('warrantyUntil'), line('software', 40)],
  contracts: [line('number', 80, true), line('about', 120, true), home, day('signedOn'), day('beginsOn'), day('until'), line('payment', 40), line('filing', 80), day('deliveredOn')],
  consents: [line('purpose', 120, true), day('givenOn', true), line('how', 60, true)],
  warranties: [line('part', 60, true), home, day('until', true)],
};

export type Values = Readonly<Record<string, string | null>>;
export type Homes = Belongings['homes'];

/** The fields of a thing as they stand; empty for a new one. */
export const valuesOf = (thing: ThingName, of: Readonly<Record<string, unknown>> | null): Values =>
  Object.fromEntries(FIELDS[thing].map(({ name, is }) => { const value = of?.[name]; return [name, typeof value === 'string' ? value : is === 'line' ? '' : null]; }));
