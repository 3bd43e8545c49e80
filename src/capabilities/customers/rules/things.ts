import type { z } from 'zod';
import { consentBody, contractBody, deviceBody, houseBody, warrantyBody } from '../contract.ts';

/** A sort of thing that a customer has: where it is kept, and what is written of it. */
export interface Thing { readonly table: string; readonly event: string; readonly body: z.ZodObject }

/** Every sort of thing in a customer's file. Homes stay when he leaves them, so they end in their own way. */
export const THINGS = {
  houses: { table: 'house', event: 'house', body: houseBody },
  devices: { table: 'device', event: 'device', body: deviceBody },
  contracts: { table: 'contract', event: 'contract', body: contractBody },
  consents: { table: 'consent', event: 'consent', body: consentBody },
  warranties: { table: 'warranty', event: 'warranty', body: warrantyBody },
} as const satisfies Readonly<Record<string, Thing>>;
export type ThingName = keyof typeof THINGS;

/** A field as its column is called. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const fieldsOf = (thing: Thing): readonly string[] => Object.keys(thing.body.shape);

/** What somebody wrote about a thing: words that can be erased. Days and ids are no words. */
export function wordsOf(thing: Thing, values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(fieldsOf(thing).filter(isWord).flatMap((field) => (typeof values[field] === 'string' && values[field] !== '' ? [[field, values[field]]] : [])));
}

/** The rest of it: days, and the home it is in. */
export function bareOf(thing: Thing, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fieldsOf(thing).filter((field) => !isWord(field)).map((field) => [field, values[field] ?? null]));
}

/** How a field is kept follows from its name. */
export const isDay = (field: string): boolean => /(On|Until)$/.test(field) || field === 'until' || field === 'handedOver';
export const isHome = (field: string): boolean => field === 'houseId';
const isWord = (field: string): boolean => !isDay(field) && !isHome(field);
