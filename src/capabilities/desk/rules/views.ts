/** What lies in a tab of the desk: by when it is due. */
export type View = 'mine' | 'now' | 'today' | 'later' | 'waiting' | 'approvals' | 'periodic';

/** The instants that divide a desk: present, what is to be done now, the end of today, and the end of the second day after (Sunday, on a Friday). */
export interface DeskTimes { readonly now: number; readonly soon: number; readonly today: number; readonly weekend: number }

/** What falls due within the hour is work of now. */
const SOON = 60 * 60_000;

/** @param today - the end of today, and `weekend` the end of the day after tomorrow, as instants. */
export function timesOf(now: number, today: number, weekend: number): DeskTimes {
  return { now, soon: Math.min(now + SOON, today), today, weekend };
}

export function laneOf(view: View): 'do' | 'approve' | 'periodic' | 'wait' {
  return view === 'waiting' ? 'wait' : view === 'approvals' ? 'approve' : view === 'periodic' ? 'periodic' : 'do';
}

/** Due from (inclusive) and until (inclusive); null = without end. What is due at the very instant `soon` is work of today. */
export function rangeOf(view: View, times: DeskTimes): { readonly from: number | null; readonly to: number | null } {
  switch (view) {
    case 'now': return { from: null, to: times.soon - 1 };
    case 'today': return { from: times.soon, to: times.today };
    case 'later': return { from: times.today + 1, to: null };
    default: return { from: null, to: null };
  }
}
