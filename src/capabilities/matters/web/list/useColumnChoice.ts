import { useState } from 'react';

export const columnNames = ['limit', 'number', 'severity', 'kind', 'customer', 'summary', 'stage', 'handler', 'firstReceiver', 'receivedAt'] as const;
export type ColumnName = (typeof columnNames)[number];
/** Which columns somebody has put away, and how wide he has drawn the others (pixels). */
export interface ColumnChoice { readonly hidden: readonly ColumnName[]; readonly widths: Readonly<Partial<Record<ColumnName, number>>> }

const PLACE = 'aftercare.matters.columns';
/** On a narrow desk these stand behind the chooser: the number tells the kind and the day, the page tells the first receiver. */
const AT_FIRST: ColumnChoice = { hidden: typeof innerWidth === 'number' && innerWidth < 1500 ? ['kind', 'firstReceiver', 'receivedAt'] : [], widths: {} };

/** The columns as this person likes them, kept on this machine. `again` brings back what was delivered. */
export function useColumnChoice(): { readonly choice: ColumnChoice; readonly change: (choice: ColumnChoice) => void; readonly again: () => void } {
  const [choice, set] = useState<ColumnChoice>(kept);
  const change = (next: ColumnChoice): void => {
    set(next);
    localStorage.setItem(PLACE, JSON.stringify(next));
  };
  return { choice, change, again: () => { set(AT_FIRST); localStorage.removeItem(PLACE); } };
}

function kept(): ColumnChoice {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE) ?? 'null') as Partial<ColumnChoice> | null;
    return found && Array.isArray(found.hidden) ? { hidden: found.hidden.filter((name) => columnNames.includes(name)), widths: { ...found.widths } } : AT_FIRST;
  } catch {
    return AT_FIRST;
  }
}
