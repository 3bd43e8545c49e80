import { evaluate } from '../../conditions/index.ts';
import type { Scope } from '../../conditions/scope.ts';
import type { Act, Kind } from '../../policy.ts';

/** A value the facts suggest for an axis (severity); a person may choose another. */
export interface Proposal { readonly fact: string; readonly value: string; readonly because: string | null; readonly clause: readonly string[] }

/**
 * Proposes a value for each axis the act asks and nobody has given: the first value whose condition holds, in the
 * policy's order; the value without a condition stands for the rest. Where a condition before it is unknown, nothing is proposed.
 */
export function proposals(kind: Kind, act: Act, scope: Scope): readonly Proposal[] {
  return act.asks.flatMap((name) => {
    const fact = kind.facts[name];
    if (!fact || fact.type.is !== 'one' || scope.fact(name) !== undefined || !fact.type.values.some((value) => value.when)) return [];
    for (const value of fact.type.values) {
      const holds = value.when ? evaluate(value.when.tree, scope) : true;
      if (holds === undefined) return [];
      if (holds) return [{ fact: name, value: value.id, because: value.when?.text ?? null, clause: value.source.clause }];
    }
    return [];
  });
}
