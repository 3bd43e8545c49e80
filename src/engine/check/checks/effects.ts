import { actName, own, vocabularyOf } from '../../conditions/index.ts';
import type { Effect, Policy, Reaction, Source } from '../../policy.ts';
import { error, type Check, type Finding } from '../finding.ts';
import { reactionRows } from '../rules.ts';
import { missing } from './kind-names.ts';

/** What the system does after an act names kinds, acts, roles, facts, places and qualifications that exist. */
export const effects: Check = function* (policy) {
  for (const { rule, row, where } of reactionRows(policy)) for (const effect of row.then) yield* ofEffect(policy, rule, effect, row.source, `${where}.then`);
};

function* ofEffect(policy: Policy, rule: Reaction, effect: Effect, source: Source, where: string): Generator<Finding> {
  const kind = own(policy.kinds, rule.of);
  switch (effect.do) {
    case 'open':
      if (!own(policy.kinds, effect.kind)) yield missing(source, where, '事项种类', 'kind', effect.kind, Object.keys(policy.kinds));
      break;
    case 'assign':
      if (!own(kind?.roles ?? {}, effect.role)) yield missing(source, where, '角色', 'role', effect.role, Object.keys(kind?.roles ?? {}));
      break;
    case 'act': {
      const full = actName(rule.of, effect.act);
      if (!own(own(policy.kinds, full.kind)?.acts ?? {}, full.act)) yield missing(source, where, '办理', 'act', effect.act, Object.keys(own(policy.kinds, full.kind)?.acts ?? {}));
      else if (full.kind !== rule.of) yield error(source, where, `系统只能办理“${rule.of}”自己的事`, `the system can only do acts of “${rule.of}” itself`);
      break;
    }
    case 'other': yield* other(policy, rule, effect, source, where);
  }
}

function* other(policy: Policy, rule: Reaction, effect: Effect & { readonly do: 'other' }, source: Source, where: string): Generator<Finding> {
  const facts = policy.kinds[rule.of]?.facts ?? {};
  const names = typeof effect.with === 'object' && effect.with !== null ? Object.entries(effect.with) : [];
  if (effect.name === 'set') for (const [fact] of names) if (!own(facts, fact)) yield missing(source, where, '事实', 'fact', fact, Object.keys(facts));
  if (effect.name === 'suspend') {
    const granted = vocabularyOf(policy).qualifications;
    for (const [name] of names) if (!granted.has(name)) yield missing(source, where, '资格（须有规则授予 grant）', 'qualification that a reaction grants', name, granted);
  }
  if (effect.name !== 'move') return;
  for (const [key, value] of names) {
    if (key === 'what' && !own(facts, String(value))) yield missing(source, where, '事实', 'fact', String(value), Object.keys(facts));
    const place = String(value).split(' of ')[0] ?? '';
    if ((key === 'from' || key === 'to') && !own(policy.places, place)) yield missing(source, where, '存放地（places）', 'place', place, Object.keys(policy.places));
  }
}
