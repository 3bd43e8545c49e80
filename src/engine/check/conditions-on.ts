import type { Condition, Expression } from '../policy.ts';

/** Which values of one fact a condition lets through. */
export interface OnFact { readonly fact: string; readonly values: readonly string[] }

/** What a condition demands of facts with a closed list: every part joined by “and” that says `fact is x` or `fact in [x, y]`. */
export function demands(condition: Condition | null): readonly OnFact[] {
  return condition ? parts(condition.tree).flatMap(demand) : [];
}

function parts(tree: Expression): readonly Expression[] {
  return tree.op === 'and' ? [...parts(tree.left), ...parts(tree.right)] : [tree];
}

function demand(tree: Expression): readonly OnFact[] {
  if (tree.op === 'or') {
    // `severity is major or severity is general` is one demand, when both sides speak of the same fact only.
    const [left, right] = [parts(tree.left).flatMap(demand), parts(tree.right).flatMap(demand)];
    const [a, b] = [left[0], right[0]];
    return left.length === 1 && right.length === 1 && a && b && a.fact === b.fact ? [{ fact: a.fact, values: [...a.values, ...b.values] }] : [];
  }
  if (tree.op === 'is') return on(tree.left, [tree.right]);
  return tree.op === 'in' ? on(tree.left, tree.options) : [];
}

function on(left: Expression, options: readonly Expression[]): readonly OnFact[] {
  if (left.op !== 'fact' || left.path.length > 0) return [];
  const values = options.flatMap((option) => (option.op === 'literal' && typeof option.value === 'string' ? [option.value] : []));
  return values.length === options.length ? [{ fact: left.name, values }] : [];
}
