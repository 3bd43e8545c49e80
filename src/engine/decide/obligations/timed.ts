import type { ObligationState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import type { Draft } from '../draft.ts';
import { scopeOf } from '../scope.ts';
import { dueWithPauses, limitFrom, nextStep, ruleOf, type Limit } from './clock.ts';
import type { Expected } from './expected.ts';

/** When the limit of what is expected ends, counted from `start`; null while nothing it depends on is known. */
export function limitOf(draft: Draft, expected: Omit<Expected, 'slot'>, start: Instant): Limit | null {
  const scope = scopeOf(draft.world, draft.kind, draft.matter, expected.startedBy);
  return limitFrom(ruleOf(expected.duty, expected.rule, expected.repeated), start, expected.startedBy, scope, draft.world);
}

/** The obligation with its due time and the next step, as they are now. */
export function timed(draft: Draft, ob: ObligationState, expected: Expected): ObligationState {
  const limit = limitOf(draft, expected, ob.countsFrom);
  if (!limit) return { ...ob, dueAt: null, next: null };
  const due = { ...ob, dueAt: dueWithPauses(limit, ob, draft.world) };
  return { ...due, next: nextStep(expected.duty.ladder, due, limit, draft.world) };
}
