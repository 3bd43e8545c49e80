import { instantOf } from '#ui/rules/index.ts';
import type { DeskRow } from '../../contract.ts';

/**
 * In which order to call: first whom one agreed to call by now, then those with whom nothing is agreed, last whom one shall call later.
 * Inside each as they come, the agreed ones by their time.
 */
export function callingOrder<R extends Pick<DeskRow, 'agreed'>>(rows: readonly R[], now: number): readonly R[] {
  const at = (row: R): number | null => (row.agreed === null ? null : instantOf(row.agreed));
  const rank = (row: R): number => { const time = at(row); return time === null ? 1 : time <= now ? 0 : 2; };
  return rows.toSorted((a, b) => rank(a) - rank(b) || (at(a) ?? 0) - (at(b) ?? 0));
}
