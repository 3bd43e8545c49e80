import { evaluate } from '../conditions/index.ts';
import type { Scope } from '../conditions/scope.ts';
import type { Expression, Guard, GuardRow } from '../policy.ts';
import type { Attempt } from './attempt.ts';
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
    case 'not': return needsToFail(tree.of, scope, attempt);
    case 'is': return [...lastIn(tree.left), ...factsIn(tree)];
    case 'in': case 'has': return factsIn(tree);
    case '>': case '>=': return unique([...actsIn(tree.left), ...factsIn(tree.left)]);
    case 'met': return duty(tree.duty, attempt);
    case 'all': case 'any': return [{ is: 'fact', fact: tree.fact }];
    default: return [];
  }
}

/** What makes a condition that holds come false: only what is done or known afterwards can, what is known already stays. */
function needsToFail(tree: Expression, scope: Scope, attempt: Attempt): readonly Need[] {
  switch (tree.op) {
    case 'not': return needsOf(tree.of, scope, attempt);
    case 'and': case 'or': return unique([...needsToFail(tree.left, scope, attempt), ...needsToFail(tree.right, scope, attempt)]);
    default: return [];
  }
}

/**
 * What leads past a row that always refuses (`only_if: "false"`): its own condition come false, or that of a row before it come true.
 * The policy says there in words what is missing; this finds the step.
 */
export function needsPast(guard: Guard, row: GuardRow, scope: Scope, attempt: Attempt): readonly Need[] {
  const own = row.when ? needsToFail(row.when.tree, scope, attempt) : [];
  const before = guard.rows.slice(0, guard.rows.indexOf(row)).map((each) => (each.when ? needsOf(each.when.tree, scope, attempt).filter((need) => need.is === 'act') : []));
  return unique([...own, ...(before.find((needs) => needs.length > 0) ?? [])]);
}

function lastIn(tree: Expression): readonly Need[] {
  return tree.op === 'last' && !tree.act.includes('.') ? [{ is: 'act', act: tree.act }] : [];
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
