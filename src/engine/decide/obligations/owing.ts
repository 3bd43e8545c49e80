import type { ObligationState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';

/** Still owed: somebody has to do it yet, in time or late. */
export function isOwing(ob: ObligationState): boolean {
  return ob.status === 'open' || ob.status === 'paused' || ob.status === 'breached';
}

/** Its time had passed before `at`, whether or not anybody has noticed yet: it can no longer be moved, paused or dropped. */
export function isOverdue(ob: ObligationState, at: Instant): boolean {
  return ob.status === 'breached' || (ob.status === 'open' && ob.dueAt !== null && ob.dueAt < at);
}
