import type { ObligationState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import type { Draft } from '../draft.ts';
import { dueWithPauses } from './clock.ts';
import type { Expected } from './expected.ts';
import { limitOf } from './timed.ts';

/**
 * From where another row's limit counts: a longer one from the original start; a shorter one from the change, and never
 * beyond the old time. A clock that stands still is compared as if it went on at the change.
 */
export function reclassified(draft: Draft, known: ObligationState, expected: Expected, changedAt: Instant): Pick<ObligationState, 'countsFrom' | 'cap'> & Partial<Pick<ObligationState, 'extensions'>> {
  // An extension belonged to the old limit: it lives on as the time that may not be passed.
  const whole = { countsFrom: known.startedAt, cap: null, ...(known.extensions ? { extensions: [] } : {}) };
  const old = dueIf(draft, known, { ...expected, row: known.row, rule: expected.duty.rows[known.row] ?? expected.rule }, known, changedAt);
  const now = dueIf(draft, known, expected, whole, changedAt);
  return old === null || now === null || now >= old ? whole : { ...whole, countsFrom: changedAt, cap: old };
}

function dueIf(draft: Draft, known: ObligationState, expected: Expected, from: Pick<ObligationState, 'countsFrom' | 'cap'> & Partial<Pick<ObligationState, 'extensions'>>, changedAt: Instant): Instant | null {
  if (known.status === 'open' && from === known) return known.dueAt;
  const limit = limitOf(draft, expected, from.countsFrom);
  const pauses = known.pauses.map((pause) => (pause.to === null ? { ...pause, to: changedAt } : pause));
  return limit && dueWithPauses(limit, { countsFrom: from.countsFrom, cap: from.cap, pauses, ...(from.extensions ? { extensions: from.extensions } : {}) }, draft.world);
}
