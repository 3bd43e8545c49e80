import type { Expression } from '../policy.ts';
import type { ConditionEnv } from './environment.ts';
import { condition, resolve, unknown, type Typed, type Typing } from './typing.ts';
import { comparable, describeType, memberOf, type ConditionType, type Fields } from './types.ts';

type Call = Exclude<Expression, { readonly op: 'literal' | 'duration' | 'bearer' | 'and' | 'or' | 'not' | 'is' | 'is not' | '<' | '<=' | '>' | '>=' | '+' | '-' | 'in' | 'has' | 'it' | 'fact' }>;

/** Resolves the functions: done, count, last, since, known, size, all, any, holds, open, met, score. */
export function resolveFunction(typing: Typing, tree: Call): Typed {
  switch (tree.op) {
    case 'done': case 'count': {
      const fields = actOf(typing, tree.act);
      const where = tree.where && condition(looking(typing, fields && { is: 'record', fields }), tree.where);
      return { type: tree.op === 'done' ? { is: 'bool' } : { is: 'number' }, tree: { ...tree, where } };
    }
    case 'last': return lastOf(typing, tree);
    case 'since': {
      actOf(typing, tree.act);
      return { type: { is: 'duration' }, tree };
    }
    case 'known': {
      factOf(typing, tree.fact);
      return { type: { is: 'bool' }, tree };
    }
    case 'size': {
      const type = factOf(typing, tree.fact);
      if (!memberOf(type)) notAList(typing, tree.op, type);
      return { type: { is: 'number' }, tree };
    }
    case 'all': case 'any': return over(typing, tree);
    case 'holds': {
      const who = argument(typing, tree.who, { is: 'person' });
      must(typing, 'qualification', tree.qualification, { zh: '资格', en: 'qualification granted by this policy' });
      return { type: { is: 'bool' }, tree: { ...tree, who } };
    }
    case 'open': {
      must(typing, 'calendar', tree.calendar, { zh: '日历', en: 'calendar' });
      return { type: { is: 'bool' }, tree: { ...tree, at: argument(typing, tree.at, { is: 'instant' }) } };
    }
    case 'met': {
      must(typing, 'duty', tree.duty, { zh: '时限规则（duties）', en: 'duty' });
      return { type: { is: 'bool' }, tree };
    }
    case 'score': {
      must(typing, 'score', tree.score, { zh: '评分（scores）', en: 'score' });
      return { type: { is: 'number' }, tree };
    }
  }
}

function lastOf(typing: Typing, tree: Call & { readonly op: 'last' }): Typed {
  const fields = actOf(typing, tree.act);
  const type = fields && Object.hasOwn(fields, tree.field) ? fields[tree.field] : undefined;
  if (fields && !type) {
    typing.report(`办理“${tree.act}”没有“${tree.field}”，可用的有：${Object.keys(fields).join('、')}`, `the act “${tree.act}” has no “${tree.field}”; it has ${Object.keys(fields).join(', ')}`);
  }
  return { tree, type: type ?? { is: 'anything' } };
}

function over(typing: Typing, tree: Call & { readonly op: 'all' | 'any' }): Typed {
  const list = factOf(typing, tree.fact);
  const member = memberOf(list);
  if (!member) notAList(typing, tree.op, list);
  const where = condition(looking(typing, member), tree.where);
  const items = list.is === 'list' && list.items ? { items: list.items } : {};
  return { type: { is: 'bool' }, tree: { op: tree.op, fact: tree.fact, where, ...items } };
}

/** Inside `done(…, …)` and `all(…, …)` it is the act or the item that is looked at. */
function looking(typing: Typing, it: ConditionType | null): Typing {
  return { ...typing, env: { ...typing.env, it: it ?? { is: 'anything' } } };
}

function actOf(typing: Typing, name: string): Fields | null {
  const fields = typing.env.act(name);
  if (!fields) unknown(typing, 'act', name, { zh: '办理', en: 'act' });
  return fields;
}

function factOf(typing: Typing, name: string): ConditionType {
  const type = typing.env.fact(name);
  if (!type) unknown(typing, 'fact', name, { zh: '事实', en: 'fact' });
  return type ?? { is: 'anything' };
}

function must(typing: Typing, what: Parameters<ConditionEnv['has']>[0], name: string, called: { readonly zh: string; readonly en: string }): void {
  if (!typing.env.has(what, name)) unknown(typing, what, name, called);
}

function argument(typing: Typing, tree: Expression, wanted: ConditionType): Expression {
  const typed = resolve(typing, tree);
  if (!comparable(typed.type, wanted)) {
    const [found, asked] = [describeType(typed.type), describeType(wanted)];
    typing.report(`此处需要${asked.zh}，而不是${found.zh}`, `a ${asked.en} is needed here, not a ${found.en}`);
  }
  return typed.tree;
}

function notAList(typing: Typing, op: string, type: ConditionType): void {
  const found = describeType(type);
  typing.report(`${op}(…) 需要清单、多选或多人，而不是${found.zh}`, `${op}(…) needs a list, several values or people, not a ${found.en}`);
}
