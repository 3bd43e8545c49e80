import { pairsOf } from './likeness.ts';

/** A matter that was passed on: to whom, which facts were ticked or chosen, and its words. */
export interface Passed { readonly to: string; readonly said: readonly string[]; readonly words: string }

/** What is to be passed on: its words, and beside them what somebody is in danger of; the likest of them counts, none makes another less alike. */
export interface Draft { readonly said: readonly string[]; readonly words: readonly string[] }

/** So many of the likeliest decide; more would let what is common outvote what is alike. */
const NEAREST = 5;
/** So much of what was written says what it is about; with 20,000 characters every pause would cost as many looks. */
export const ENOUGH = 300;
/** So alike the words must be: less is chance. The same facts alone decide only before a word is written. */
const ALIKE = 0.15;
/** So much of the likeness must lie with one receiver: where colleagues disagreed, nobody is proposed. */
const AGREED = 0.6;
/** The same facts count as much as this share of the words. */
const FACTS = 0.3;

/**
 * To whom the company last passed on what is like this: by the same facts and by the words, rare ones counting more than common
 * ones. Only a proposal: null where nothing is alike or where it went to different ones.
 */
export function usualReceiver(draft: Draft, passed: readonly Passed[]): string | null {
  const texts = passed.map((each) => pairsOf(each.words));
  const weight = (pair: string): number => Math.log(1 + passed.length / (1 + texts.filter((text) => text.has(pair)).length));
  const own = draft.words.map((words) => new Map([...pairsOf(words.slice(0, ENOUGH)).keys()].map((pair) => [pair, weight(pair)]))).filter((weights) => weights.size > 0);
  const scored = passed.map((each, at) => {
    const words = Math.max(0, ...own.map((weights) => sum([...weights].map(([pair, of]) => (texts[at]?.has(pair) ? of : 0))) / sum([...weights.values()])));
    return { to: each.to, words, same: draft.said.length > 0 && sameFacts(draft.said, each.said), score: words + FACTS * shared(draft.said, each.said) };
  });
  const worded = scored.filter(({ words }) => words >= ALIKE);
  const nearest = (own.length > 0 ? worded : scored.filter(({ same }) => same)).toSorted((a, b) => b.score - a.score).slice(0, NEAREST);
  const best = nearest[0]?.to;
  if (best === undefined) return null;
  const agreed = sum(nearest.filter(({ to }) => to === best).map(({ score }) => score)) / sum(nearest.map(({ score }) => score));
  return agreed >= AGREED ? best : null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const sameFacts = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((each) => b.includes(each));

function shared(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  return all.size === 0 ? 0 : a.filter((each) => b.includes(each)).length / all.size;
}
