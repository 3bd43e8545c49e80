import { titleOfOutcome, type Expression, type Text } from '#engine';
import { describeDuration } from '#engine/due/index.ts';
import { actName, bearerName, both, factName, joined, quoted, same, type Naming } from './names.ts';

type Two = Extract<Expression, { readonly left: Expression; readonly right: Expression }>;

const BETWEEN: Readonly<Record<Two['op'], Text>> = {
  and: both('，并且', ' and '), or: both('，或者', ' or '), is: both('为', ' is '), 'is not': both('不为', ' is not '),
  '<': both('少于', ' is less than '), '<=': both('不超过', ' is at most '), '>': both('多于', ' is more than '), '>=': both('不少于', ' is at least '),
  '+': both('加', ' plus '), '-': both('减', ' minus '),
};

/** A condition as a reader of the policy would say it: titles for names, words for signs. */
export function conditionWords(naming: Naming, tree: Expression): Text {
  switch (tree.op) {
    case 'and': case 'or': case '+': case '-': case '<': case '<=': case '>': case '>=': return joined([conditionWords(naming, tree.left), conditionWords(naming, tree.right)], BETWEEN[tree.op]);
    case 'is': case 'is not': return joined([conditionWords(naming, tree.left), valueWords(naming, tree.left, tree.right)], BETWEEN[tree.op]);
    case 'not': return negated(naming, tree.of);
    case 'in': return joined([conditionWords(naming, tree.left), joined(tree.options.map((each) => valueWords(naming, tree.left, each)), both('、', ', '))], both('为其中之一：', ' is one of '));
    case 'has': return joined([conditionWords(naming, tree.set), valueWords(naming, tree.set, tree.member)], both('含有', ' has '));
    case 'literal': return literal(tree.value);
    case 'duration': return describeDuration({ amount: tree.amount, unit: tree.unit, calendar: null });
    case 'fact': return factName(naming, tree.name);
    case 'bearer': return quoted(bearerName(naming, tree.name));
    case 'it': return ofThis(naming, tree.path);
    default: return looked(naming, tree);
  }
}

function looked(naming: Naming, tree: Exclude<Expression, Two | { readonly op: 'not' | 'in' | 'has' | 'literal' | 'duration' | 'fact' | 'bearer' | 'it' }>): Text {
  switch (tree.op) {
    case 'done': return around(both('已', ''), where(naming, actName(naming, tree.act), tree.where), both('', ' is done'));
    case 'count': return around(both('', 'the number of '), where(naming, actName(naming, tree.act), tree.where), both('的次数', ''));
    case 'last': return joined([around(both('最近一次', 'the last '), actName(naming, tree.act), same('')), ofThis(naming, [tree.field])], both('的', ': '));
    case 'since': return around(both('离', 'the time since '), actName(naming, tree.act), both('的时间', ''));
    case 'known': return around(both('已写明', ''), factName(naming, tree.fact), both('', ' is known'));
    case 'size': return around(both('', 'the lines of '), factName(naming, tree.fact), both('的行数', ''));
    case 'all': case 'any': return joined([factName(naming, tree.fact), conditionWords(naming, tree.where)], tree.op === 'all' ? both('每一项都满足：', ': each of them ') : both('有一项满足：', ': any of them '));
    case 'holds': return joined([conditionWords(naming, tree.who), quoted(tree.qualification)], both('持有', ' holds '));
    case 'open': return around(both('在', 'within the hours of '), quoted(tree.calendar), both('时间之内', ''));
    case 'met': return around(both('已办到', ''), quoted(naming.policy.duties[tree.duty]?.title ?? tree.duty), both('', ' is met'));
    case 'score': return around(both('', 'the score of '), quoted(naming.policy.scores[tree.score]?.title ?? tree.score), both('的得分', ''));
  }
}

function negated(naming: Naming, tree: Expression): Text {
  switch (tree.op) {
    case 'done': return around(both('还没有', ''), where(naming, actName(naming, tree.act), tree.where), both('', ' is not done yet'));
    case 'known': return around(both('还没有写明', ''), factName(naming, tree.fact), both('', ' is not known yet'));
    case 'open': return around(both('在', 'outside the hours of '), quoted(tree.calendar), both('时间之外', ''));
    default: return around(both('不属于：', 'not: '), conditionWords(naming, tree), same(''));
  }
}

const around = (before: Text, of: Text, after: Text): Text => joined([before, of, after], same(''));

function where(naming: Naming, act: Text, condition: Expression | null): Text {
  if (!condition) return act;
  const words = conditionWords(naming, condition);
  return both(`${act.zh}（${words.zh}）`, `${act.en} (${words.en})`);
}

function literal(value: string | number | boolean): Text {
  return typeof value === 'boolean' ? (value ? both('是', 'yes') : both('否', 'no')) : same(String(value));
}

const FIELDS: Readonly<Record<string, Text>> = {
  actor: both('办理人', 'who did it'), to: both('接收人', 'the receiver'), outcome: both('结果', 'the outcome'), how: both('方式', 'the way'), at: both('时间', 'the time'), present: both('同去的人', 'who came along'),
};
const WAYS: Readonly<Record<string, Text>> = {
  phone: both('电话', 'telephone'), visit: both('上门', 'a visit'), message: both('消息', 'a message'), letter: both('信函', 'a letter'),
};

function ofThis(naming: Naming, path: readonly string[]): Text {
  const [field] = path;
  if (field === undefined) return both('这次办理', 'this act');
  return FIELDS[field] ?? factName(naming, field);
}

/** The right side of a comparison: a value of a closed list has a title where the fact has one. */
function valueWords(naming: Naming, left: Expression, right: Expression): Text {
  if (right.op !== 'literal' || typeof right.value !== 'string') return conditionWords(naming, right);
  const { value } = right;
  const fact = left.op === 'fact' ? left.name : left.op === 'it' ? left.path[0] : left.op === 'last' ? left.field : undefined;
  const type = fact === undefined ? undefined : naming.kind?.facts[fact]?.type;
  const title = type?.is === 'one' || type?.is === 'many' ? type.values.find((each) => each.id === value)?.title : undefined;
  if (title !== undefined) return quoted(title);
  const way = WAYS[value] ?? titleOfOutcome(value);
  return way ? both(`「${way.zh}」`, `“${way.en}”`) : quoted(bearerName(naming, value));
}
