import type { BaseAct, FactType, Kind, Policy } from '../policy.ts';
import { typeOfFact, type ConditionType, type Fields } from './types.ts';

/** The names a policy gives: all that is needed to understand a condition. A whole `Policy` is one. */
export interface Vocabulary {
  readonly kinds: Readonly<Record<string, NamedKind>>;
  readonly units: Readonly<Record<string, unknown>>;
  readonly positions: Readonly<Record<string, unknown>>;
  readonly calendars: Readonly<Record<string, unknown>>;
  readonly duties: Readonly<Record<string, unknown>>;
  readonly scores: Readonly<Record<string, unknown>>;
  readonly qualifications: ReadonlySet<string>;
}
export interface NamedKind extends Pick<Kind, 'parent' | 'about'> {
  readonly roles: Readonly<Record<string, unknown>>;
  /** A type of null is one that could not be read: it fits everything, so that the mistake is told once. */
  readonly facts: Readonly<Record<string, { readonly type: FactType | null }>>;
  readonly acts: Readonly<Record<string, NamedAct>>;
}
export interface NamedAct { readonly is: BaseAct; readonly asks: readonly string[]; readonly outcomes: readonly string[] }

const COMMON: Fields = {
  actor: { is: 'bearer' }, at: { is: 'instant' }, text: { is: 'text' }, reason: { is: 'text' }, until: { is: 'instant' },
  how: { is: 'one', values: ['phone', 'visit', 'message', 'letter'] }, present: { is: 'people' }, about: { is: 'person' },
};
/** Only these acts are addressed to somebody. */
export const ADDRESSED: readonly BaseAct[] = ['forward', 'report', 'dispatch'];

/** Vocabulary of a policy that was read before. */
export function vocabularyOf(policy: Policy): Vocabulary {
  const granted = Object.values(policy.reactions).flatMap((reaction) => reaction.rows).flatMap((row) => row.then)
    .flatMap((effect) => (effect.do === 'other' && effect.name === 'grant' && effect.with && typeof effect.with === 'object' ? Object.keys(effect.with) : []));
  return { ...policy, qualifications: new Set(granted) };
}

/** Splits `order.finish` seen from a kind into the kind it belongs to and the act. */
export function actName(kind: string, name: string): { readonly kind: string; readonly act: string } {
  const dot = name.indexOf('.');
  return dot < 0 ? { kind, act: name } : { kind: name.slice(0, dot), act: name.slice(dot + 1) };
}

/**
 * What `it.…` offers for one act: actor, time, words, outcome, the facts it asks, and `to` where the act is addressed.
 * @returns null when there is no such act.
 */
export function actFields(vocabulary: Vocabulary, kind: string, name: string): Fields | null {
  if (name === '*') return COMMON;
  const full = actName(kind, name);
  const owner = own(vocabulary.kinds, full.kind);
  const act = owner && own(owner.acts, full.act);
  if (!owner || !act) return null;
  const fields: Record<string, ConditionType> = { ...COMMON };
  if (ADDRESSED.includes(act.is)) fields.to = { is: 'bearer' };
  if (act.outcomes.length > 0) fields.outcome = { is: 'one', values: act.outcomes };
  for (const id of act.asks) {
    const fact = own(owner.facts, id);
    if (fact) fields[id] = typeOfFact(fact.type);
  }
  return fields;
}

/** What `it` offers in a rule that several acts start: only what all of them have. Acts that do not exist are left to their own check. */
export function sharedFields(vocabulary: Vocabulary, kind: string, acts: readonly string[]): Fields {
  const each = acts.map((act) => actFields(vocabulary, kind, act)).filter((fields) => fields !== null);
  const [first = COMMON, ...others] = each;
  return Object.fromEntries(Object.entries(first).filter(([name]) => others.every((fields) => Object.hasOwn(fields, name))));
}

/** Looks up an own key, so that a policy may name things `constructor` without harm. */
export function own<T>(of: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}
