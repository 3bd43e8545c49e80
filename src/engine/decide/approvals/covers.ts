import { canonical, fingerprint } from '../../canonical.ts';
import type { FactValue } from '../../policy.ts';
import type { ApprovalRule } from '../../policy.ts';
import type { Attempt } from '../guards.ts';

/** The facts an approval is given to, as they stand with the attempt laid over. A waiver covers the obligation it names. */
export function coveredFacts(attempt: Pick<Attempt, 'matter' | 'proposed'>, rule: ApprovalRule): Record<string, FactValue> {
  const covered: Record<string, FactValue> = {};
  for (const name of rule.over) {
    const value = attempt.matter.facts[name];
    if (value !== undefined) covered[name] = value;
  }
  if (attempt.proposed.fields.obligation) covered['obligation'] = attempt.proposed.fields.obligation;
  return covered;
}

/** An approval belongs to an act with its content: the hash over the facts it covers. */
export function hashOf(covered: Readonly<Record<string, FactValue>>): string {
  return fingerprint(canonical(covered));
}

/** Whether this very content was approved for this act. */
export function approvalGiven(attempt: Attempt, rule: ApprovalRule): boolean {
  const covers = hashOf(coveredFacts(attempt, rule));
  return attempt.matter.approvals.some((each) => each.approval === rule.id && each.act === attempt.act.id && each.status === 'approved' && each.covers === covers);
}
