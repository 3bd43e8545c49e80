import { explainCondition, type LookedAt, type Scope } from '../../conditions/index.ts';
import type { ActRecord, Bearer, MatterState } from '../../matter.ts';
import type { Condition, Kind, Source } from '../../policy.ts';
import type { Text } from '../../text.ts';
import { scopeOf } from '../../decide/scope.ts';
import type { World } from '../../decide/index.ts';
import { once } from '../unknown.ts';

/** 依据 of something that is no time: which rule says so, what it looked at, and what people had to do with it. */
export interface Because {
  readonly rule: Text;
  readonly clause: readonly string[];
  /** Why the number or the choice is ours; null = the policy's own. */
  readonly ours: string | null;
  readonly looked: readonly LookedAt[];
  /** The act by which somebody chose it; null where only rules did. */
  readonly by: ActRecord | null;
  readonly notes: readonly Text[];
  /** Whom the rule means. */
  readonly who: readonly Bearer[];
}

/** What is explained, of which matter, in which world. */
export interface Explained { readonly world: World; readonly matter: MatterState; readonly kind: Kind }

export function because(source: Source, rule: Text, more: Partial<Because> = {}): Because {
  return { rule, clause: source.clause, ours: source.ours, looked: [], by: null, notes: [], who: [], ...more };
}

/** What conditions looked at, each once. */
export function lookedAt(conditions: readonly (Condition | null)[], scope: Scope): readonly LookedAt[] {
  return once(conditions.flatMap((condition) => (condition ? explainCondition(condition, scope) : [])));
}

export function scopeFor({ world, kind, matter }: Explained, it: ActRecord | null = null): Scope {
  return scopeOf(world, kind, matter, it);
}
