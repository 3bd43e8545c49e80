import { evaluate } from '../conditions/index.ts';
import type { Scope } from '../conditions/scope.ts';
import type { Expression } from '../policy.ts';
import type { Attempt } from './guards.ts';
import type { Need } from './types.ts';

/**
 * What a condition that does not hold still lacks: acts to be done, facts to be known. Only what lies on the way to
 * “true” is named: both sides of an `and`, the sides of an `or` only when neither holds.
 */
export function needsOf(tree: Expression, scope: Scope, attempt: Attempt): readonly Need[] {
  if (evaluate(tree, scope) === true) return [];
  switch (tree.op) {
    case 'and': case 'or': return unique([...needsOf(tree.left, scope, attempt), ...needsOf(tree.right, scope, attempt)]);
    case 'done': return tree.act.includes('.') ? [] : [{ is: 'act', act: tree.act }];
    case 'known': return [{ is: 'fact', fact: tree.fact }];
    case 'fact': return [{ is: 'fact', fact: tree.name }];
    case 'is': case 'in': case 'has': return factsIn(tree);
    case '>': case '>=': return unique([...actsIn(tree.left), ...factsIn(tree.left)]);
    case 'met': return duty(tree.duty, attempt);
    case 'all': case 'any': return [{ is: 'fact', fact: tree.fact }];
    default: return [];
  }
}

function duty(id: string, attempt: Attempt): readonly Need[] {
  const act = attempt.world.policy.duties[id]?.rows[0]?.do;
  return act && !act.includes('.') ? [{ is: 'act', act }] : [];
}

function actsIn(tree: Expression): readonly Need[] {
  return tree.op === 'count' && !tree.act.includes('.') ? [{ is: 'act', act: tree.act }] : [];
}

function factsIn(tree: Expression): readonly Need[] {
  if (tree.op === 'fact') return [{ is: 'fact', fact: tree.name }];
  if (tree.op === 'is') return factsIn(tree.left);
  if (tree.op === 'in') return factsIn(tree.left);
  if (tree.op === 'has') return factsIn(tree.set);
  return [];
}

function unique(needs: readonly Need[]): readonly Need[] {
  return [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()];
}
