import type { ReactElement } from 'react';
import { instantOf, Moment, UrgencyChip } from '#ui/index.ts';
import type { MatterRow } from '../contract.ts';

/** The first time limit of a matter in a list. A list does not know when a working-hours clock stands; the page of the matter does. */
export function RowTime({ row, brief = false }: { row: Pick<MatterRow, 'firstDueAt' | 'receivedAt' | 'ended'>; brief?: boolean }): ReactElement {
  if (row.ended || row.firstDueAt === null) return <span>—</span>;
  const limit = { state: 'open', startedAt: instantOf(row.receivedAt) ?? 0, dueAt: instantOf(row.firstDueAt), standsStill: false, runsAgainAt: null } as const;
  return <span className="limit"><UrgencyChip limit={limit} /><Moment at={row.firstDueAt} end brief={brief} /></span>;
}
