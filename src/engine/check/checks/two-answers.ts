import { normalised } from '../../conditions/index.ts';
import type { Condition, Policy, Source } from '../../policy.ts';
import { error, type Check, type Finding } from '../finding.ts';
import { dutyRows, guardRows, reactionRows, spellWho, type PlacedRow } from '../rules.ts';

/** The same question is answered once: no row that an earlier one already answered, no two rules of the same content, no fact set by two reactions at once. */
export const twoAnswers: Check = function* (policy) {
  for (const rows of [dutyRows(policy), guardRows(policy), reactionRows(policy)]) yield* repeatedRows(rows);
  yield* repeatedDuties(policy);
  yield* setTwice(policy);
};

type AnyRow = PlacedRow<{ readonly id: string }, { readonly when: Condition | null; readonly source: Source }>;

/** The first row whose condition holds counts, so a row after one that always holds, or with a condition that stood before, is never reached. */
function* repeatedRows(rows: readonly AnyRow[]): Generator<Finding> {
  let seen = new Map<string, string>();
  let rule: unknown = null;
  for (const { rule: of, row, where } of rows) {
    if (of !== rule) [rule, seen] = [of, new Map()];
    const question = spell(row.when);
    const before = seen.get(question) ?? seen.get('');
    if (before) yield error(row.source, where, `此行永远轮不到：${before} 已回答同一情形`, `this row is never reached: ${before} has answered the same case`);
    else seen.set(question, where);
  }
}

function* repeatedDuties(policy: Policy): Generator<Finding> {
  const seen = new Map<string, string>();
  for (const { rule, row, where } of dutyRows(policy)) {
    const question = [rule.of, [...rule.after].sort().join(), spell(rule.when), spell(row.when), row.do, spellWho(row.who), spell(row.metWhen)].join(' | ');
    const before = seen.get(question);
    if (before && !before.startsWith(`duties.${rule.id}.`)) yield error(row.source, where, `与 ${before} 要求同一个人在同一情形下做同一件事`, `${before} asks the same of the same person in the same case`);
    seen.set(question, before ?? where);
  }
}

/** Two reactions that set one fact (or one role) after the same act, without conditions that tell them apart. */
function* setTwice(policy: Policy): Generator<Finding> {
  const seen: { readonly target: string; readonly act: string; readonly when: string; readonly where: string; readonly id: string }[] = [];
  for (const { rule, row, where } of reactionRows(policy)) {
    const targets = row.then.flatMap((effect) => {
      if (effect.do === 'assign') return [`role ${effect.role}`];
      return effect.do === 'other' && effect.name === 'set' && effect.with && typeof effect.with === 'object' ? Object.keys(effect.with).map((fact) => `fact ${fact}`) : [];
    });
    const when = [spell(rule.when), spell(row.when)].filter((text) => text !== '').join(' and ');
    for (const target of targets.map((name) => `${rule.of} ${name}`)) {
      for (const act of rule.after) {
        const other = seen.find((one) => one.target === target && one.id !== rule.id && (one.act === act || one.act === '*' || act === '*') && (one.when === when || one.when === '' || when === ''));
        const name = target.split(' ').at(-1) ?? '';
        if (other) yield error(row.source, where, `“${name}”已由 ${other.where} 在同一办理之后设定`, `“${name}” is set after the same act by ${other.where} already`);
        seen.push({ target, act, when, where, id: rule.id });
      }
    }
  }
}

function spell(condition: Condition | null): string {
  return condition ? normalised(condition.tree) : '';
}
