import type { Expression } from '../policy.ts';
import type { Text } from '../text.ts';
import type { ConditionEnv } from './environment.ts';
import { resolveFunction } from './typing-functions.ts';
import { comparable, describeType, ordered, type ConditionType } from './types.ts';

/** An expression whose names are resolved, with what it stands for. */
export interface Typed { readonly type: ConditionType; readonly tree: Expression }

/** Resolves one expression; problems are collected, and what could not be understood counts as `anything` so that one mistake is told once. */
export interface Typing {
  readonly env: ConditionEnv;
  readonly report: (zh: string, en: string) => void;
}

/**
 * Finds out what every name of a condition means (fact, bearer, value of a closed list) and whether its parts fit each other.
 * @returns the tree with literals and bearers in place of their names and its type, or every problem found.
 */
export function typeCondition(tree: Expression, env: ConditionEnv): Typed | { readonly problems: readonly Text[] } {
  const problems: Text[] = [];
  const typed = resolve({ env, report: (zh, en) => problems.push({ zh, en }) }, tree);
  return problems.length > 0 ? { problems } : typed;
}

export function resolve(typing: Typing, tree: Expression): Typed {
  switch (tree.op) {
    case 'literal': return { tree, type: literalType(tree) };
    case 'duration': return { tree, type: { is: 'duration' } };
    case 'bearer': return { tree, type: { is: 'bearer' } };
    case 'and': case 'or': return { type: { is: 'bool' }, tree: { ...tree, left: condition(typing, tree.left), right: condition(typing, tree.right) } };
    case 'not': return { type: { is: 'bool' }, tree: { op: 'not', of: condition(typing, tree.of) } };
    case 'is': case 'is not': case '<': case '<=': case '>': case '>=': return comparison(typing, tree);
    case '+': case '-': return sum(typing, tree);
    case 'in': {
      const left = resolve(typing, tree.left);
      return { type: { is: 'bool' }, tree: { ...tree, left: left.tree, options: tree.options.map((option) => operand(typing, left.type, option)) } };
    }
    case 'has': return membership(typing, tree);
    case 'it': return looking(typing, tree);
    case 'fact': return name(typing, tree);
    default: return resolveFunction(typing, tree);
  }
}

/** A part that must be a condition by itself. */
export function condition(typing: Typing, tree: Expression): Expression {
  const typed = resolve(typing, tree);
  if (typed.type.is !== 'bool' && typed.type.is !== 'anything') {
    const found = describeType(typed.type);
    typing.report(`此处需要一个是或否的条件，而不是${found.zh}`, `a condition is needed here, not a ${found.en}`);
  }
  return typed.tree;
}

/** The right side of a comparison: a bare word is first looked for among the values of the left side. */
function operand(typing: Typing, left: ConditionType, tree: Expression): Expression {
  const word = tree.op === 'fact' && tree.path.length === 0 ? tree.name : tree.op === 'literal' && typeof tree.value === 'string' ? tree.value : null;
  if (left.is === 'one' && word !== null) {
    if (left.values.includes(word)) return { op: 'literal', value: word };
    if (typing.env.fact(word)?.is !== 'one') {
      typing.report(`“${word}”不在可选值中（${left.values.join('、')}）`, `“${word}” is none of ${left.values.join(', ')}`);
      return tree;
    }
  }
  if (left.is === 'many' && word !== null) {
    typing.report(`此事实可多选，请用 has ${word}`, `this fact may have several values; write “has ${word}”`);
    return tree;
  }
  if (left.is === 'anything' && tree.op === 'fact' && word !== null && !typing.env.fact(word) && !typing.env.bearer(word)) return { op: 'literal', value: word };
  const right = resolve(typing, tree);
  if (!comparable(left, right.type)) {
    const [a, b] = [describeType(left), describeType(right.type)];
    typing.report(`不能把${a.zh}与${b.zh}相比较`, `a ${a.en} cannot be compared with a ${b.en}`);
  }
  return right.tree;
}

type Sides = Extract<Expression, { readonly op: 'is' | 'is not' | '<' | '<=' | '>' | '>=' | '+' | '-' }>;

function comparison(typing: Typing, tree: Sides): Typed {
  const left = resolve(typing, tree.left);
  const right = operand(typing, left.type, tree.right);
  if (tree.op !== 'is' && tree.op !== 'is not' && !ordered(left.type)) {
    const found = describeType(left.type);
    typing.report(`${found.zh}没有大小之分，请用 is`, `a ${found.en} is neither greater nor smaller; use “is”`);
  }
  return { type: { is: 'bool' }, tree: { ...tree, left: left.tree, right } };
}

const MOMENTS = ['instant', 'date'];
const NUMBERS = ['figure', 'number', 'money'];

function sum(typing: Typing, tree: Sides): Typed {
  const left = resolve(typing, tree.left);
  const right = resolve(typing, tree.right);
  const whole: Expression = { ...tree, left: left.tree, right: right.tree };
  const time = right.type.is === 'duration' && [...MOMENTS, 'duration'].includes(left.type.is);
  const figures = NUMBERS.includes(left.type.is) && NUMBERS.includes(right.type.is) && comparable(left.type, right.type);
  if (!time && !figures && left.type.is !== 'anything' && right.type.is !== 'anything') {
    const [a, b] = [describeType(left.type), describeType(right.type)];
    typing.report(`${a.zh}与${b.zh}不能相加减`, `a ${a.en} and a ${b.en} cannot be added or subtracted`);
  }
  return { type: left.type.is === 'figure' ? right.type : left.type, tree: whole };
}

function membership(typing: Typing, tree: Expression & { readonly op: 'has' }): Typed {
  const set = resolve(typing, tree.set);
  const member: ConditionType | null = set.type.is === 'many' ? { is: 'one', values: set.type.values }
    : set.type.is === 'people' ? { is: 'person' }
    : set.type.is === 'list' && set.type.items ? { is: 'one', values: set.type.items } : set.type.is === 'anything' ? set.type : null;
  if (!member) {
    const found = describeType(set.type);
    typing.report(`has 之前需要可多选的事实，而不是${found.zh}`, `“has” needs a fact with several values, not a ${found.en}`);
    return { type: { is: 'bool' }, tree };
  }
  return { type: { is: 'bool' }, tree: { op: 'has', set: set.tree, member: operand(typing, member, tree.member) } };
}

function looking(typing: Typing, tree: Expression & { readonly op: 'it' }): Typed {
  let type = typing.env.it;
  if (!type) typing.report('此处没有可供 it 指代的办理或条目', 'there is no act or item here for “it”');
  for (const field of tree.path) {
    const next = type?.is === 'record' && Object.hasOwn(type.fields, field) ? type.fields[field] : undefined;
    if (!next && type && type.is !== 'anything') {
      const offered = type.is === 'record' ? Object.keys(type.fields) : [];
      typing.report(`it 没有“${field}”${offered.length ? `，可用的有：${offered.join('、')}` : ''}`, `“it” has no “${field}”${offered.length ? `; it has ${offered.join(', ')}` : ''}`);
    }
    type = next ?? { is: 'anything' };
  }
  return { tree, type: type ?? { is: 'anything' } };
}

function name(typing: Typing, tree: Expression & { readonly op: 'fact' }): Typed {
  const { env } = typing;
  if (tree.path.length > 0) {
    const type = env.path(tree.name, tree.path);
    if (type) return { tree, type };
    const full = [tree.name, ...tree.path].join('.');
    typing.report(`“${full}”不存在：只有 it.、parent.、about. 之后可以写字段，且须有此字段`, `there is no “${full}”: only it., parent. and about. are followed by a field, and it must exist`);
    return { tree, type: { is: 'anything' } };
  }
  const fact = env.fact(tree.name);
  if (fact) return { tree, type: fact };
  if (env.bearer(tree.name)) return { tree: { op: 'bearer', name: tree.name }, type: { is: 'bearer' } };
  unknown(typing, 'name', tree.name, { zh: '名称', en: 'name' });
  return { tree, type: { is: 'anything' } };
}

/** Says that a name means nothing here, and which known one is near. */
export function unknown(typing: Typing, what: Parameters<ConditionEnv['suggest']>[0], wrong: string, called: Text): void {
  const near = typing.env.suggest(what, wrong);
  typing.report(`没有名为“${wrong}”的${called.zh}${near ? `，是否应为“${near}”` : ''}`, `there is no ${called.en} “${wrong}”${near ? `; did you mean “${near}”?` : ''}`);
}

function literalType(tree: Expression & { readonly op: 'literal' }): ConditionType {
  if (typeof tree.value === 'boolean') return { is: 'bool' };
  if (typeof tree.value === 'string') return { is: 'text' };
  return { is: tree.money ? 'money' : 'figure' };
}
