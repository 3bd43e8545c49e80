import { evaluate, type Scope } from '../conditions/index.ts';
import type { Act, Expression } from '../policy.ts';

/** What is always known of an act before it is filled in. */
const KNOWN_BEFORE: readonly (string | undefined)[] = ['actor', 'at'];

/** Whether a condition can still come true by what the form of this act asks. */
export function mayHold(tree: Expression, scope: Scope, act: Act): boolean {
  switch (tree.op) {
    case 'and': return mayHold(tree.left, scope, act) && mayHold(tree.right, scope, act);
    case 'or': return mayHold(tree.left, scope, act) || mayHold(tree.right, scope, act);
    case 'not': return mayFail(tree.of, scope, act);
    default: return isAsked(tree, act) || evaluate(tree, scope) === true;
  }
}

/** Whether a condition can still come false (or stay unknown) by what the form of this act asks. */
export function mayFail(tree: Expression, scope: Scope, act: Act): boolean {
  switch (tree.op) {
    case 'and': return mayFail(tree.left, scope, act) || mayFail(tree.right, scope, act);
    case 'or': return mayFail(tree.left, scope, act) && mayFail(tree.right, scope, act);
    case 'not': return mayHold(tree.of, scope, act);
    default: return isAsked(tree, act) || evaluate(tree, scope) !== true;
  }
}

/** Whether a comparison looks at something the act itself will tell: a fact it asks, its receiver, its outcome. */
function isAsked(tree: Expression, act: Act): boolean {
  switch (tree.op) {
    case 'fact': return act.asks.includes(tree.name);
    case 'known': case 'size': case 'all': case 'any': return act.asks.includes(tree.fact);
    case 'it': return !KNOWN_BEFORE.includes(tree.path[0]);
    case 'in': return isAsked(tree.left, act);
    case 'has': return isAsked(tree.set, act) || isAsked(tree.member, act);
    case 'is': case 'is not': case '<': case '<=': case '>': case '>=': case '+': case '-': return isAsked(tree.left, act) || isAsked(tree.right, act);
    case 'open': return isAsked(tree.at, act);
    // `it` inside these is another act, one that was done before.
    default: return false;
  }
}
