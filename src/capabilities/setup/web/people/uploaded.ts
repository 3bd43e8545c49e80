import type { SheetJson } from '../../contract.ts';
import { missingColumns, type Mapping } from '../../rules/columns.ts';
import { checkPeople, type CheckedRow, type Company } from '../../rules/people.ts';

/** A sheet that was uploaded, and which column is which. */
export interface Uploaded { readonly file: string; readonly sheet: SheetJson; readonly mapping: Mapping }

/** What the rows of a sheet would do; none while a needed column is missing. */
export const checkedOf = (uploaded: Uploaded | null, company: Company): readonly CheckedRow[] =>
  (uploaded && missingColumns(uploaded.mapping).length === 0 ? checkPeople(uploaded.sheet, uploaded.mapping, company) : []);

/** How many rows would do what. */
export function countRows(rows: readonly { readonly is: CheckedRow['is'] }[]): Readonly<Record<CheckedRow['is'], number>> {
  const counts = { new: 0, changed: 0, same: 0, wrong: 0 };
  for (const { is } of rows) counts[is] += 1;
  return counts;
}
