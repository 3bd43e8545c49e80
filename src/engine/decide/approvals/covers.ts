import { canonical, fingerprint } from '../../canonical.ts';
import { formatInstant } from '../../instant.ts';
import type { ApprovalState } from '../../matter.ts';
import type { ApprovalRule, FactValue } from '../../policy.ts';
import type { Attempt } from '../attempt.ts';

/** The facts an approval is given to, as they stand with the attempt laid over. A waiver covers the obligation it names, an extension also its new time. */
export function coveredFacts(attempt: Pick<Attempt, 'matter' | 'proposed' | 'world'>, rule: ApprovalRule): Record<string, FactValue> {
  const covered: Record<string, FactValue> = {};
  for (const name of rule.over) {
    const value = attempt.matter.facts[name];
    if (value !== undefined) covered[name] = value;
  }
  const { obligation, until } = attempt.proposed.fields;
  if (obligation) covered['obligation'] = obligation;
  if (obligation && until !== undefined) covered['until'] = formatInstant(until, attempt.world.policy.zone);
  return covered;
}

/** An approval belongs to an act with its content: the hash over the facts it covers. */
export function hashOf(covered: Readonly<Record<string, FactValue>>): string {
  return fingerprint(canonical(covered));
}

/** Whether this very content was approved for this act. While only listing, content that is still to be given may be an approved one. */
export function approvalGiven(attempt: Attempt, rule: ApprovalRule): boolean {
  const open = attempt.listing && (attempt.act.is === 'waive' || attempt.act.is === 'extend' || rule.over.some((fact) => attempt.act.asks.includes(fact)));
  return attempt.matter.approvals.some((each) => isFor(each, attempt, rule) && (open || each.covers === hashOf(coveredFacts(attempt, rule))));
}

/** The approvals that this act, as it is being done, stands on. */
export function approvalsFor(attempt: Attempt): readonly ApprovalState[] {
  return attempt.matter.approvals.filter((each) => {
    const rule = attempt.world.policy.approvals[each.approval];
    return rule && isFor(each, attempt, rule) && each.covers === hashOf(coveredFacts(attempt, rule));
  });
}

function isFor(approval: ApprovalState, { act }: Attempt, rule: ApprovalRule): boolean {
  return approval.approval === rule.id && approval.act === act.id && approval.status === 'approved';
}
