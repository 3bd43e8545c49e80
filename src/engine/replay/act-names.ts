import { own } from '../conditions/index.ts';
import type { Kind } from '../policy.ts';

/** Verbs of the trade that do not end in -ed. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  take: ['taken', 'took'], make: ['made'], tell: ['told'], send: ['sent'], give: ['given', 'gave'], withdraw: ['withdrawn', 'withdrew'], find: ['found'],
  write: ['written', 'wrote'], pay: ['paid'], hold: ['held'], meet: ['met'], bring: ['brought'], buy: ['bought'], keep: ['kept'], hand: ['handed'],
};

/** The names under which a column may tell when an act was done: the act's own id, and its past tense (`forwarded`, `taken-up`, `handed-down`). */
export function namesOfAct(id: string): readonly string[] {
  const [verb = '', ...rest] = id.split('-');
  const past = [...(IRREGULAR[verb] ?? []), `${verb}ed`, `${verb}d`, `${verb}${verb.at(-1) ?? ''}ed`, ...(verb.endsWith('y') ? [`${verb.slice(0, -1)}ied`] : [])];
  return [id, ...past.map((each) => [each, ...rest].join('-'))];
}

/** The past tense of an act as people write it: received, replied, told. */
export function pastOf(id: string): string {
  const [verb = '', ...rest] = id.split('-');
  const past = IRREGULAR[verb]?.[0] ?? (verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`);
  return [past, ...rest].join('-');
}

/** Finds the one that has this title. @returns null when none has it, or several have and nobody can say which is meant. */
export function titled<T extends { readonly id: string; readonly title: string }>(all: Readonly<Record<string, T>>, title: string): T | null {
  const plain = (text: string): string => text.normalize('NFKC').trim();
  const [found, second] = Object.values(all).filter((each) => plain(each.title) === plain(title));
  return found && !second ? found : null;
}

/** Finds the act a column's name means: `replied` → reply. @returns null when the kind has none. */
export function actNamed(kind: Kind, name: string): string | null {
  const plain = name.toLowerCase().replaceAll('_', '-');
  if (own(kind.acts, plain)) return plain;
  return Object.keys(kind.acts).find((id) => namesOfAct(id).includes(plain)) ?? null;
}
