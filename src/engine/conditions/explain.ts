import type { Condition, Expression } from '../policy.ts';
import { valueOf } from './evaluate.ts';
import type { Scope } from './scope.ts';
import { partsOf } from './walk.ts';

/** One thing a condition looked at, with what it found; `undefined` = not known. Times passed are given by the instant they count from. */
export interface LookedAt { readonly name: string; readonly value: unknown }

/** What a condition looked at, in the order of its words, each once: the facts of the explanation (依据). */
export function explainCondition(condition: Condition | Expression, scope: Scope): readonly LookedAt[] {
  const found = new Map<string, unknown>();
  look('tree' in condition ? condition.tree : condition, scope, found);
  return [...found].map(([name, value]) => ({ name, value }));
}

function look(tree: Expression, scope: Scope, found: Map<string, unknown>): void {
  const name = nameOf(tree);
  if (name === null) {
    for (const part of partsOf(tree)) look(part, scope, found);
    return;
  }
  if (tree.op === 'all' || tree.op === 'any' || tree.op === 'size') found.set(tree.fact, scope.fact(tree.fact));
  else if (tree.op === 'since') found.set(name, scope.acts(tree.act).at(-1)?.at);
  else if (!found.has(name)) found.set(name, valueOf(tree, scope, scope.it));
}

/** The name of a thing that is looked at as a whole; null = look into its parts. */
function nameOf(tree: Expression): string | null {
  switch (tree.op) {
    case 'fact': return [tree.name, ...tree.path].join('.');
    case 'it': return ['it', ...tree.path].join('.');
    case 'done': case 'count': return `${tree.op}(${tree.act}${tree.where ? `, ${spell(tree.where)}` : ''})`;
    case 'last': return `last(${tree.act}).${tree.field}`;
    case 'since': return `since(${tree.act})`;
    case 'known': return `known(${tree.fact})`;
    case 'size': case 'all': case 'any': return tree.fact;
    case 'holds': return `holds(${spell(tree.who)}, ${tree.qualification})`;
    case 'open': return `open(${tree.calendar})`;
    case 'met': return `met(${tree.duty})`;
    case 'score': return `score(${tree.score})`;
    default: return null;
  }
}

/** Writes an expression in the words of the language again. */
export function spell(tree: Expression): string {
  switch (tree.op) {
    case 'literal': return tree.money ? `${tree.value} CNY` : String(tree.value);
    case 'duration': return `${tree.amount} ${tree.unit}`;
    case 'bearer': return tree.name;
    case 'and': case 'or': return `(${spell(tree.left)} ${tree.op} ${spell(tree.right)})`;
    case 'not': return `not ${spell(tree.of)}`;
    case 'in': return `${spell(tree.left)} in [${tree.options.map(spell).join(', ')}]`;
    case 'has': return `${spell(tree.set)} has ${spell(tree.member)}`;
    case 'is': case 'is not': case '<': case '<=': case '>': case '>=': case '+': case '-': return `${spell(tree.left)} ${tree.op} ${spell(tree.right)}`;
    case 'all': case 'any': return `${tree.op}(${tree.fact}, ${spell(tree.where)})`;
    case 'size': return `size(${tree.fact})`;
    case 'open': return `open(${tree.calendar}, ${spell(tree.at)})`;
    default: return nameOf(tree) ?? '';
  }
}
