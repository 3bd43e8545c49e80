import type { Danger, Fact, FactValue, Kind } from './policy.ts';

/** A danger of a matter by its policy: which fact says so, what it is called, and what to tell the caller. */
export interface InDanger extends Pick<Danger, 'say'> { readonly fact: string; readonly title: string }

/** The dangers that hold, as the policy marks them on ticks and on values of choices. */
export function dangersIn(kind: Kind | undefined, facts: Readonly<Record<string, FactValue>>): readonly InDanger[] {
  return Object.values(kind?.facts ?? {}).flatMap((fact) => dangersOf(fact, facts[fact.id]));
}

function dangersOf({ id, title, type, danger }: Fact, value: FactValue | undefined): readonly InDanger[] {
  if (danger) return value === true ? [{ fact: id, title, say: danger.say }] : [];
  if (type.is !== 'one' && type.is !== 'many') return [];
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  return type.values.flatMap((each) => (each.danger && chosen.includes(each.id) ? [{ fact: id, title: each.title, say: each.danger.say }] : []));
}
