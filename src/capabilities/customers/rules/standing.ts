import type { ContractJson } from '../contract.ts';

interface Term { readonly beginsOn: string | null; readonly until: string | null; readonly endedOn: string | null }

/** Where a contract stands on a day: a term ends at 24:00 of its last day, an ending counts from its day on. */
export function standingOf({ beginsOn, until, endedOn }: Term, today: string): ContractJson['standing'] {
  if (endedOn !== null && endedOn <= today) return 'ended';
  if (beginsOn !== null && beginsOn > today) return 'to-come';
  return until !== null && until < today ? 'run-out' : 'running';
}

/** Whether a warranty is over on a day; null where none is known. */
export const isOver = (until: string | null, today: string): boolean | null => (until === null ? null : until < today);
