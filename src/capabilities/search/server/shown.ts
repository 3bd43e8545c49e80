import { rowsFor, type Surroundings } from '#capabilities/matters/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { SearchAnswer } from '../contract.ts';
import type { CustomerRow } from './customers.ts';
import type { HouseRow } from './houses.ts';
import type { FoundMatterRow } from './matters.ts';
import { MOST } from './statements.ts';

const SHOWN = 5;

function group<R, T>(rows: readonly R[], shown: (row: R) => T): { items: T[]; count: number; more: boolean } {
  return { items: rows.slice(0, SHOWN).map(shown), count: Math.min(rows.length, MOST), more: rows.length >= MOST };
}

export function customersShown(rows: readonly CustomerRow[]): SearchAnswer['customers'] {
  return group(rows, ({ id, name, phone, address }) => ({ is: 'customer', id, title: name, phone, address, customer: id }));
}

export function mattersShown(around: Surroundings, rows: readonly FoundMatterRow[], actor: Actor): SearchAnswer['matters'] {
  const show = rowsFor(around, actor);
  return group(rows, (row) => {
    const { id, subject, number, kindTitle, stageTitle, customerName, receivedAt, ended } = show(row);
    return { is: 'matter', id, title: subject, number, kindTitle, stageTitle, customerName, receivedAt, ended, customer: row.customer_id };
  });
}

export function housesShown(rows: readonly HouseRow[]): SearchAnswer['houses'] {
  return group(rows, ({ id, title, customer_id, name }) => ({ is: 'house', id, title, customer: name === null ? null : customer_id, customerName: name ?? '' }));
}
