import { instantOf, type Limit } from '#ui/rules/index.ts';
import type { ObligationJson } from '../../contract.ts';

/** An obligation as the urgency ladder reads it. */
export function limitOf(obligation: ObligationJson): Limit {
  return {
    state: obligation.state, startedAt: instantOf(obligation.startedAt) ?? 0, dueAt: instantOf(obligation.dueAt),
    standsStill: obligation.standsStill, runsAgainAt: instantOf(obligation.runsAgainAt),
  };
}

/** Whether it still has to be done: open, stopped, or overdue and not done yet. */
export function isOwed(obligation: Pick<ObligationJson, 'state'>): boolean {
  return obligation.state === 'open' || obligation.state === 'paused' || obligation.state === 'breached';
}

/** What still has to be done, first what is due first; what has no date comes last. */
export function owed(obligations: readonly ObligationJson[]): readonly ObligationJson[] {
  return obligations.filter(isOwed).toSorted((a, b) => (instantOf(a.dueAt) ?? Infinity) - (instantOf(b.dueAt) ?? Infinity));
}

/** The clauses of an obligation; several come as one text with commas between them. */
export function clausesOf(obligation: Pick<ObligationJson, 'clause'>): readonly string[] {
  return obligation.clause.split(',').map((clause) => clause.trim()).filter((clause) => clause !== '');
}
