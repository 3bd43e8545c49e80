import type { Fact, FactValue, Kind, Value } from '#engine';
import type { AskJson } from '../contract.ts';

/** The facts that receiving a matter of a kind asks, for the intake; its content has a place of its own. */
export function openingAsks(kind: Kind): AskJson[] {
  return (kind.acts['receive']?.asks ?? []).flatMap((name) => kind.facts[name] ?? []).filter((fact) => fact.id !== 'content').map((fact) => factAsk(fact, fact.assume ?? null, false));
}

/** A fact as one field of a form. @param value - what is known or assumed of it. */
export function factAsk(fact: Fact, value: FactValue | null, required: boolean): AskJson {
  return { name: fact.id, title: fact.title, type: fact.type.is, values: valuesOf(fact), required, value, clause: [...fact.source.clause] };
}

function valuesOf(fact: Fact): AskJson['values'] {
  const values: readonly Value[] = fact.type.is === 'one' || fact.type.is === 'many' ? fact.type.values : fact.type.is === 'items' ? fact.type.items : [];
  return values.map((value) => ({ id: value.id, title: value.title, hint: value.source.clause[0] ?? null }));
}
