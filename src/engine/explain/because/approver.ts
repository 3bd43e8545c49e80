import { nameOf } from '../../decide/naming.ts';
import type { Guard, GuardRow } from '../../policy.ts';
import { titleOfAct } from '../titles.ts';
import { because, lookedAt, scopeFor, type Because, type Explained } from './because.ts';

/** Why this step of an approval is asked of these people: which condition of the act demands it, and whether it moved up. */
export function explainApprover(explained: Explained, approvalId: string, step: number): Because | null {
  const { world, kind, matter } = explained;
  const approval = matter.approvals.find((each) => each.id === approvalId);
  const state = approval?.steps[step];
  const rule = approval && world.policy.approvals[approval.approval];
  const named = state && rule?.steps[state.group];
  if (!approval || !state || !rule || !named) return null;
  const demanded = demandedBy(explained, approval.act, rule.id);
  const who = nameOf({ world, kind }, named.who);
  const notes = [
    { zh: '申请人不能批自己的申请', en: 'Whoever applies may not approve it himself' },
    ...(rule.not.length > 0 ? [{ zh: `制度另外排除：${rule.not.map((each) => nameOf({ world, kind }, each)).join('、')}`, en: `The policy also rules out: ${rule.not.map((each) => nameOf({ world, kind }, each)).join(', ')}` }] : []),
    ...(state.insteadOf ? [{ zh: `“${who}”没有别人在任，上移到上一级`, en: `Nobody else holds “${who}”; it moved up to the next level` }] : []),
  ];
  const source = named.source.clause.length > 0 ? named.source : rule.source;
  const steps = rule.steps.map((each) => nameOf({ world, kind }, each.who)).join(' → ');
  return because({ ...source, clause: [...new Set([...source.clause, ...(demanded?.row.source.clause ?? [])])] },
    { zh: `“${titleOfAct(kind, approval.act)}”须经“${rule.title}”批准：${steps}`, en: `“${titleOfAct(kind, approval.act)}” needs the approval “${rule.title}”: ${steps}` },
    { looked: demanded ? lookedAt([demanded.guard.when, demanded.row.when], scopeFor(explained)) : [], notes, who: state.bearers });
}

function demandedBy({ world, kind }: Explained, act: string, approval: string): { readonly guard: Guard; readonly row: GuardRow } | null {
  for (const guard of Object.values(world.policy.guards).filter((each) => each.of === kind.id && each.acts.includes(act))) {
    const row = guard.rows.find((each) => each.approval === approval);
    if (row) return { guard, row };
  }
  return null;
}
