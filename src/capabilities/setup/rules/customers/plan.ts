import type { Text } from '#engine/text.ts';
import type { MappingOf } from '../columns.ts';
import type { CustomerColumn, CustomerSheetName } from './sheets.ts';

/** What the company knows of whoever the sheet names. */
export interface KnownCustomer { readonly id: string; readonly name: string; readonly phone: string; readonly address: string }
export interface KnownHome { readonly id: string; readonly community: string; readonly code: string; readonly owner: string | null; readonly ownerName: string }
export interface KnownDevice { readonly serial: string; readonly name: string; readonly model: string; readonly customer: string }
export interface Ground { readonly customers: readonly KnownCustomer[]; readonly homes: readonly KnownHome[]; readonly devices: readonly KnownDevice[] }
export const NOTHING_KNOWN: Ground = { customers: [], homes: [], devices: [] };

/** Somebody known by his id, or the one that a row of this sheet brings. */
export type Who = { readonly id: string } | { readonly row: number };

/** One thing that a row brings. `home` of a device or warranty: a known one, or that of a row. */
export type Step =
  | { readonly is: 'customer'; readonly name: string; readonly phone: string; readonly address: string; readonly project: string; readonly key: boolean }
  | { readonly is: 'house'; readonly owner: Who | null; readonly values: Readonly<Record<string, string | null>> }
  | { readonly is: 'move'; readonly home: string; readonly owner: Who }
  | { readonly is: 'device'; readonly owner: Who; readonly home: string | null; readonly values: Readonly<Record<string, string | null>> }
  | { readonly is: 'warranty'; readonly owner: Who; readonly home: Who; readonly part: string; readonly until: string };

/** A row after the look at it: what it brings, that it is there already, or all that is wrong with it. */
export type Looked = { readonly row: number; readonly shown: string } & (
  | { readonly is: 'new'; readonly steps: readonly Step[] }
  | { readonly is: 'same'; readonly why: readonly Text[] }
  | { readonly is: 'wrong'; readonly why: readonly Text[] }
);

export interface Lines { readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[] }
export type CustomerMapping = MappingOf<CustomerColumn>;
/** What a row says in a column; '' for nothing. */
export type Said = (column: CustomerColumn) => string;
export type LookAtRow = (row: number, said: Said, seen: Seen) => Looked;

/** What the company knows together with what earlier rows of the sheet bring. */
export interface Seen {
  customersWith(phone: string, name: string): readonly (Who & { readonly name: string; readonly address: string; readonly phone: string })[];
  addCustomer(row: number, customer: { readonly name: string; readonly phone: string; readonly address: string }): void;
  home(community: string, code: string): { readonly home: Who; readonly owner: Who | null; readonly ownerName: string } | undefined;
  addHome(row: number, community: string, code: string, owner: Who | null, ownerName: string): void;
  hasDevice(serial: string, owner: Who, name: string, model: string): boolean;
  addDevice(serial: string, owner: Who, name: string, model: string): void;
}

/** The step by which a row of a sheet brings what the sheet is about. */
const OWN: Readonly<Record<CustomerSheetName, Step['is']>> = { customers: 'customer', houses: 'house', devices: 'device' };

/** How the rows of a sheet are counted; `adds` of the new ones are about what is there already, and bring something for it (a home, a warranty). */
export function countLooked(sheet: CustomerSheetName, rows: readonly Looked[]): { readonly rows: number; readonly new: number; readonly adds: number; readonly same: number; readonly wrong: number } {
  const of = (is: Looked['is']): number => rows.filter((row) => row.is === is).length;
  const adds = rows.filter((row) => row.is === 'new' && !row.steps.some((step) => step.is === OWN[sheet])).length;
  return { rows: rows.length, new: of('new'), adds, same: of('same'), wrong: of('wrong') };
}

/** Customers known before for whom rows bring something, each once. */
export function ownersIn(rows: readonly Looked[]): readonly string[] {
  const owners = rows.flatMap((row) => (row.is === 'new' ? row.steps.flatMap((step) => ('owner' in step && step.owner !== null && 'id' in step.owner ? [step.owner.id] : [])) : []));
  return [...new Set(owners)];
}

export type { CustomerSheetName };
