/** Where the pages before lie: a cursor only leads on, so the way back is remembered while the window is open. */
const before = new Map<string, string>();

const keyOf = (filter: string, cursor: string): string => `${filter} ${cursor}`;

/** Notes that the page at `next` follows the one at `cursor` (empty = the first page). */
export function remember(filter: string, cursor: string, next: string): void {
  before.set(keyOf(filter, next), cursor);
}

/** The page before the one at `cursor`; null when this window has not come from there. */
export function pageBefore(filter: string, cursor: string): string | null {
  return before.get(keyOf(filter, cursor)) ?? null;
}
