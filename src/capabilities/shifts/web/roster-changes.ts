import type { RosterJson } from '#capabilities/organisation/contract.ts';

/** What was chosen by hand and not saved yet: by `person/day` the shift's id, '' for a day off. */
export type Changes = Readonly<Record<string, string>>;

/** The cells that differ from what is kept, as the server takes them. */
export function changesOf(week: RosterJson, changes: Changes): { person: string; day: string; shift: string | null }[] {
  return week.cells.flatMap(({ person, day, shift }) => {
    const chosen = changes[`${person}/${day}`];
    return chosen === undefined || chosen === (shift ?? '') ? [] : [{ person, day, shift: chosen === '' ? null : chosen }];
  });
}

/** Where an arrow key leads in the grid; null at its edge or for another key. */
export function neighbour(week: RosterJson, at: { readonly row: number; readonly column: number }, key: string): { readonly row: number; readonly column: number } | null {
  const to = { ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  if (!to) return null;
  const [down = 0, right = 0] = to;
  const row = at.row + down;
  const column = at.column + right;
  return row < 0 || row >= week.people.length || column < 0 || column >= week.days.length ? null : { row, column };
}
