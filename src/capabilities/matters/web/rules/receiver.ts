import type { Draft } from './draft.ts';

/** To whom matters of one situation went the last time, by situation. */
export type PassedTo = Readonly<Record<string, string>>;

/** So many situations are kept in mind; the oldest is forgotten first. */
const KEPT = 60;
/** How a person is named, unlike a unit or a position. */
const PERSON = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/**
 * What a draft is about, as far as it decides who gets it: its kind, the facts that are ticked, and what was chosen where the policy
 * classes matters. Another situation proposes another receiver, or none.
 */
export function situationOf({ kind, answers }: Pick<Draft, 'kind' | 'answers'>, axes: readonly { readonly fact: string }[]): string {
  const classed = new Set(axes.map((axis) => axis.fact));
  const said = Object.entries(answers).filter(([name, value]) => value === true || (classed.has(name) && typeof value === 'string' && value !== ''));
  return [kind, ...said.map(([name, value]) => (value === true ? name : `${name}=${String(value)}`)).toSorted()].join(' ');
}

/**
 * Who gets this draft: whom its writer chose (also nobody), else whom the company usually passes such words and facts on to, else where
 * its writer sent the same situation the last time. '' = nobody. Where nothing is ticked the situation says nothing: the last such call was about something else.
 */
export function receiverOf({ to }: Pick<Draft, 'to'>, situation: string, passedTo: PassedTo, usual = ''): string {
  return to ?? (usual || (saysSomething(situation) ? passedTo[situation] ?? '' : ''));
}

/** More than its kind. */
const saysSomething = (situation: string): boolean => situation.includes(' ');

/** Keeps in mind where a situation went. A person never is: one colleague would quietly get a stranger's complaint. */
export function remembered(passedTo: PassedTo, situation: string, to: string): PassedTo {
  if (to === '' || PERSON.test(to) || !saysSomething(situation)) return passedTo;
  const others = Object.entries(passedTo).filter(([other]) => other !== situation);
  return Object.fromEntries([...others.slice(-(KEPT - 1)), [situation, to]]);
}
