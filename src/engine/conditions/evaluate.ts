import type { Condition, Expression } from '../policy.ts';
import { isNamed } from './bearer-values.ts';
import { equal, isBearerValue, membersOf, order, ordering, sizeOf, tells } from './compare.ts';
import { holdsFor, pathOf } from './looking.ts';
import type { Scope } from './scope.ts';
import { addUp, moment } from './values.ts';

/**
 * Whether a condition holds, in three values: `undefined` = not known yet. `and`, `or` follow Kleene (unknown or true is true);
 * a comparison with something unknown is unknown. `known(…)`, `done(…)`, `count(…)` and `met(…)` are never unknown: what an act that was
 * recorded does not say, it did not have.
 */
export function evaluate(condition: Condition | Expression, scope: Scope): boolean | undefined {
  return asBoolean(valueOf('tree' in condition ? condition.tree : condition, scope, scope.it));
}

/** Value of an expression; `it` is the act or item being looked at. */
export function valueOf(tree: Expression, scope: Scope, it: unknown): unknown {
  switch (tree.op) {
    case 'literal': return tree.value;
    case 'duration': return { parts: [{ amount: tree.amount, unit: tree.unit }] };
    case 'and': case 'or': return junction(tree, scope, it);
    case 'not': return not(asBoolean(valueOf(tree.of, scope, it)));
    case 'is': return same(tree.left, tree.right, scope, it);
    case 'is not': return not(same(tree.left, tree.right, scope, it));
    case 'in': return anyOf(tree.options.map((option) => () => same(tree.left, option, scope, it)));
    case 'has': return has(tree, scope, it);
    case '<': case '<=': case '>': case '>=': {
      const [left, right] = [valueOf(tree.left, scope, it), valueOf(tree.right, scope, it)];
      const sign = left === undefined || right === undefined ? undefined : order(left, right, scope);
      return sign === undefined ? undefined : ordering(tree.op, sign);
    }
    case '+': case '-': return addUp(valueOf(tree.left, scope, it), valueOf(tree.right, scope, it), tree.op === '+' ? 1 : -1, scope.now, scope.zone);
    case 'fact': return tree.path.length > 0 ? scope.path(tree.name, tree.path) : scope.fact(tree.name);
    case 'bearer': return scope.path(tree.name, []);
    case 'it': return pathOf(it, tree.path, scope);
    default: return called(tree, scope, it);
  }
}

type Call = Extract<Expression, { readonly op: 'done' | 'count' | 'last' | 'since' | 'known' | 'size' | 'all' | 'any' | 'holds' | 'open' | 'met' | 'score' }>;

function called(tree: Call, scope: Scope, it: unknown): unknown {
  switch (tree.op) {
    case 'done': return scope.acts(tree.act).some((record) => tree.where === null || valueOf(tree.where, scope, record) === true);
    case 'count': return scope.acts(tree.act).filter((record) => tree.where === null || valueOf(tree.where, scope, record) === true).length;
    case 'last': {
      const record = scope.acts(tree.act).at(-1);
      return record && scope.actField(record, tree.field);
    }
    case 'since': {
      const record = scope.acts(tree.act).at(-1);
      return record && { since: record.at };
    }
    case 'known': return tells(scope.fact(tree.fact));
    case 'size': return sizeOf(scope.fact(tree.fact));
    case 'all': return not(anyOf(members(tree, scope)?.map((member) => () => not(asBoolean(valueOf(tree.where, scope, member))))));
    case 'any': return anyOf(members(tree, scope)?.map((member) => () => asBoolean(valueOf(tree.where, scope, member))));
    case 'holds': return holdsFor(valueOf(tree.who, scope, it), tree.qualification, scope);
    case 'open': {
      const at = moment(valueOf(tree.at, scope, it), scope.zone);
      return at === null ? undefined : scope.open(tree.calendar, at);
    }
    case 'met': return scope.met(tree.duty);
    case 'score': return scope.score(tree.score);
  }
}

function members(tree: Call & { readonly op: 'all' | 'any' }, scope: Scope): readonly unknown[] | undefined {
  return membersOf(scope.fact(tree.fact), tree.items);
}

function junction(tree: Extract<Expression, { readonly op: 'and' | 'or' }>, scope: Scope, it: unknown): boolean | undefined {
  const decides = tree.op === 'or';
  const left = asBoolean(valueOf(tree.left, scope, it));
  if (left === decides) return decides;
  const right = asBoolean(valueOf(tree.right, scope, it));
  if (right === decides) return decides;
  return left === undefined || right === undefined ? undefined : !decides;
}

/** A name of the policy is asked of the value beside it; two names are compared by whom the first one is. */
function same(left: Expression, right: Expression, scope: Scope, it: unknown): boolean | undefined {
  if (left.op === 'bearer' && (right.op !== 'bearer' || scope.path(left.name, []) === undefined)) return named(right, left.name, scope, it);
  if (right.op === 'bearer') return named(left, right.name, scope, it);
  const [a, b] = [valueOf(left, scope, it), valueOf(right, scope, it)];
  return a === undefined || b === undefined ? undefined : equal(a, b, scope);
}

function named(value: Expression, name: string, scope: Scope, it: unknown): boolean | undefined {
  const found = valueOf(value, scope, it);
  if (found === undefined) return undefined;
  return isBearerValue(found) && isNamed(found, name, scope);
}

function has(tree: Extract<Expression, { readonly op: 'has' }>, scope: Scope, it: unknown): boolean | undefined {
  const set = valueOf(tree.set, scope, it);
  if (set === undefined) return undefined;
  const list = Array.isArray(set) ? set : Object.entries(set ?? {}).filter(([, ticked]) => ticked === true).map(([item]) => item);
  if (tree.member.op === 'bearer') return list.some((member) => isBearerValue(member) && isNamed(member, tree.member.op === 'bearer' ? tree.member.name : '', scope));
  const member = valueOf(tree.member, scope, it);
  return member === undefined ? undefined : list.some((one) => equal(one, member, scope));
}

/** Kleene's “or” over many: true as soon as one is. A list that is not known gives no answer. */
function anyOf(each: readonly (() => boolean | undefined)[] | undefined): boolean | undefined {
  if (!each) return undefined;
  let unknown = false;
  for (const ask of each) {
    const answer = ask();
    if (answer) return true;
    unknown ||= answer === undefined;
  }
  return unknown ? undefined : false;
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function asBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

