import type { Policy } from '../../policy.ts';
import { dailyActs } from './acts.ts';
import { consentApprovals, consentGuards } from './consent.ts';
import { dailyDuties } from './duties.ts';

/**
 * The acts of daily life that no policy writes down and every desk needs, as acts of ours in each kind: chase 催办, oversee 督办,
 * instruct 批示, return 退回, suspend 挂起, extend 延期, recall 撤回, correct 更正, merge 合并, void 误登作废, waive 免责 … A policy
 * that defines an act of the same name keeps its own.
 */
export function withDailyActs(policy: Policy): Policy {
  const kinds = Object.fromEntries(Object.values(policy.kinds).map((kind) => [kind.id, { ...kind, acts: { ...dailyActs(kind), ...kind.acts } }]));
  const each = Object.values(kinds);
  return {
    ...policy, kinds,
    duties: { ...policy.duties, ...keyed(each.flatMap((kind) => dailyDuties(kind, policy))) },
    guards: { ...policy.guards, ...keyed(each.flatMap(consentGuards)) },
    approvals: { ...policy.approvals, ...keyed(each.flatMap((kind) => consentApprovals(kind, policy))) },
  };
}

const keyed = <T extends { readonly id: string }>(list: readonly T[]): Record<string, T> => Object.fromEntries(list.map((each) => [each.id, each]));
