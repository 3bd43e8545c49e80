import { factsIn, own } from '../../conditions/index.ts';
import type { Policy, Source } from '../../policy.ts';
import { error, type Check } from '../finding.ts';
import { dutyRows, reactionRows, ruleConditions } from '../rules.ts';

/** A fact that a rule needs must be asked by an act, set by a reaction, or assumed; else the rule can never apply. */
export const factsKnown: Check = function* (policy) {
  const told = new Set<string>();
  for (const { kind, fact, source, where } of needed(policy)) {
    const known = own(own(policy.kinds, kind)?.facts ?? {}, fact);
    if (!known || told.has(`${kind}.${fact}`) || known.assume !== undefined || isAsked(policy, kind, fact) || isSet(policy, kind, fact)) continue;
    told.add(`${kind}.${fact}`);
    yield error(source, where, `事实“${fact}”在规则中用到，却没有任何办理询问它（asks）、规则设定它（set）或给出假定（assume）`, `the fact “${fact}” is used in a rule, but no act asks it, no reaction sets it and nothing is assumed`);
  }
};

interface Need { readonly kind: string; readonly fact: string; readonly source: Source; readonly where: string }

function* needed(policy: Policy): Generator<Need> {
  for (const { condition, kind, source, where } of ruleConditions(policy)) for (const fact of factsIn(condition.tree)) yield { kind, fact, source, where };
  for (const { rule, row, where } of dutyRows(policy)) {
    for (const due of row.due.firstKnown) if (due.is === 'at' && !due.ofIt) yield { kind: rule.of, fact: due.fact, source: row.source, where: `${where}.due` };
  }
  for (const approval of Object.values(policy.approvals)) for (const fact of approval.over) yield { kind: approval.of, fact, source: approval.source, where: `approvals.${approval.id}.over` };
  for (const score of Object.values(policy.scores)) for (const item of score.items) yield { kind: score.of, fact: item.fact, source: item.source, where: `scores.${score.id}.items` };
  for (const { rule, row, where } of reactionRows(policy)) {
    for (const effect of row.then) {
      const what = effect.do === 'other' && effect.name === 'move' && effect.with && typeof effect.with === 'object' && 'what' in effect.with ? effect.with.what : null;
      if (typeof what === 'string') yield { kind: rule.of, fact: what, source: row.source, where: `${where}.then` };
    }
  }
}

function isAsked(policy: Policy, kind: string, fact: string): boolean {
  return Object.values(policy.kinds[kind]?.acts ?? {}).some((act) => act.asks.includes(fact));
}

function isSet(policy: Policy, kind: string, fact: string): boolean {
  return reactionRows(policy).some(({ rule, row }) => rule.of === kind && row.then.some((effect) => effect.do === 'other' && effect.name === 'set' && typeof effect.with === 'object' && effect.with !== null && fact in effect.with));
}
