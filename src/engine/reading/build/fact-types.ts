import type { FactType, Value } from '../../policy.ts';
import type { Path } from '../problem.ts';
import type { RawColumn, RawFact, RawValue } from '../schema/kinds.ts';

/** Makes a value of a closed list; `inside` = the way to the list inside the fact. */
export type MakeValue = (id: string, raw: RawValue, inside: Path) => Value;

/** The type of a fact. @returns null unless exactly one of type, values, items, lines is given. */
export function factType(raw: RawFact, make: MakeValue): FactType | null {
  const given = [raw.type, raw.values, raw.items, raw.lines].filter((one) => one !== undefined).length;
  if (given !== 1 || (raw.many !== undefined && !raw.values)) return null;
  if (raw.type) return { is: raw.type };
  if (raw.values) return { is: raw.many ? 'many' : 'one', values: valuesOf(raw.values, make, ['values']) };
  if (raw.items) return { is: 'items', items: valuesOf(raw.items, make, ['items']) };
  return linesType(raw.lines ?? {}, make);
}

function linesType(raw: Readonly<Record<string, RawColumn>>, make: MakeValue): FactType | null {
  const columns: Record<string, FactType> = {};
  const titles: Record<string, string> = {};
  for (const [id, column] of Object.entries(raw)) {
    if ((column.type === undefined) === (column.values === undefined)) return null;
    columns[id] = column.type ? { is: column.type } : { is: 'one', values: valuesOf(column.values ?? {}, make, ['lines', id, 'values']) };
    if (column.title !== undefined) titles[id] = column.title;
  }
  return Object.keys(titles).length > 0 ? { is: 'lines', columns, titles } : { is: 'lines', columns };
}

function valuesOf(raw: Readonly<Record<string, RawValue>>, make: MakeValue, inside: Path): readonly Value[] {
  return Object.entries(raw).map(([id, value]) => make(id, value, inside));
}
