import type { Expression } from '../policy.ts';

/** The parts an expression is made of directly. */
export function partsOf(tree: Expression): readonly Expression[] {
  switch (tree.op) {
    case 'and': case 'or': case 'is': case 'is not': case '<': case '<=': case '>': case '>=': case '+': case '-': return [tree.left, tree.right];
    case 'not': return [tree.of];
    case 'in': return [tree.left, ...tree.options];
    case 'has': return [tree.set, tree.member];
    case 'done': case 'count': return tree.where ? [tree.where] : [];
    case 'all': case 'any': return [tree.where];
    case 'holds': return [tree.who];
    case 'open': return [tree.at];
    default: return [];
  }
}

/** Every part of an expression, itself first. */
export function* everyPart(tree: Expression): Generator<Expression> {
  yield tree;
  for (const part of partsOf(tree)) yield* everyPart(part);
}

/** Facts of its own matter that a condition looks at, each once. */
export function factsIn(tree: Expression): readonly string[] {
  const names = new Set<string>();
  for (const part of everyPart(tree)) {
    if (part.op === 'fact' && part.path.length === 0) names.add(part.name);
    if (part.op === 'known' || part.op === 'size' || part.op === 'all' || part.op === 'any') names.add(part.fact);
  }
  return [...names];
}

/**
 * A condition in one spelling: the sides of and/or are sorted, `is not` and double negation are unfolded. Two conditions with the same
 * spelling ask the same question.
 */
export function normalised(tree: Expression): string {
  if (tree.op === 'and' || tree.op === 'or') return joined(sides(tree, tree.op), tree.op);
  if (tree.op === 'not') return tree.of.op === 'not' ? normalised(tree.of.of) : `not ${normalised(tree.of)}`;
  if (tree.op === 'is not') return `not ${normalised({ ...tree, op: 'is' })}`;
  if (tree.op === '>' || tree.op === '>=') return normalised({ op: tree.op === '>' ? '<' : '<=', left: tree.right, right: tree.left });
  if (tree.op === 'in') return joined(tree.options.map((option) => ({ op: 'is', left: tree.left, right: option })), 'or');
  return JSON.stringify(tree, (_, value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value));
}

function joined(parts: readonly Expression[], op: 'and' | 'or'): string {
  const each = [...new Set(parts.map(normalised))].sort();
  return each.length === 1 ? each.join() : `(${each.join(` ${op} `)})`;
}

function sides(tree: Expression, op: 'and' | 'or'): readonly Expression[] {
  return tree.op === op ? [...sides(tree.left, op), ...sides(tree.right, op)] : [tree];
}
