import { actName, normalised } from '../../conditions/index.ts';
import type { Condition, Policy } from '../../policy.ts';
import { error, type Check } from '../finding.ts';
import { limitHours } from '../lengths.ts';
import { dutyRows } from '../rules.ts';

/** Who may take longer to pass a matter on than there is to resolve it leaves no time to work. Compared are rows for the same case. */
export const forwardBeforeResolve: Check = function* (policy) {
  const rows = dutyRows(policy);
  const doing = (act: 'forward' | 'resolve') => rows.filter(({ rule, row }) => baseOf(policy, rule.of, row.do) === act);
  for (const forward of doing('forward')) {
    const limit = limitHours(forward.row.due, policy);
    for (const resolve of doing('resolve')) {
      const end = limitHours(resolve.row.due, policy);
      if (resolve.rule.of !== forward.rule.of || limit === null || end === null || limit <= end || !sameCase(forward.row.when, resolve.row.when)) continue;
      yield error(forward.row.source, forward.where, `转办时限（${forward.row.due.text}）长于办结时限（${resolve.row.due.text}，见 ${resolve.where}）`, `forwarding may take ${forward.row.due.text}, longer than resolving (${resolve.row.due.text}, ${resolve.where})`);
    }
  }
};

function baseOf(policy: Policy, kind: string, name: string): string | undefined {
  const full = actName(kind, name);
  return policy.kinds[full.kind]?.acts[full.act]?.is;
}

function sameCase(left: Condition | null, right: Condition | null): boolean {
  return !left || !right || normalised(left.tree) === normalised(right.tree);
}
