import { expect } from 'vitest';
import { decideChildActed, withChild, type MatterState } from '../../src/engine/index.ts';
import type { Table } from './table.ts';

/** Opens a matter below this one as the server does for the effect `open`, and puts it on the table. @returns the matter above. */
export function below(table: Table, kind: string): MatterState {
  const above = table.matter;
  expect(table.last.effects).toContainEqual(expect.objectContaining({ do: 'open', kind }));
  table.opened(kind, { ...above, children: [] }, above.about);
  return above;
}

/** Tells the matter above what has been done below since some event, and puts it on the table. */
export function tellAbove(table: Table, above: MatterState, since = 0): Table {
  const child = table.matter;
  const acts = child.acts.filter((entry) => entry.seq > since).map((entry) => ({ name: `${child.kind}.${entry.act}`, entry }));
  table.take(decideChildActed(table.world, withChild(above, child), acts));
  return table;
}
