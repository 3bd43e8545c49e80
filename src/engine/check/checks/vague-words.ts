import { citations } from '../../coverage/index.ts';
import { warning, type Check } from '../finding.ts';

/** Words of a text that set no time although they seem to. */
export const VAGUE = ['及时', '立即', '第一时间', '尽快', '迅速', '定期'];

/** A clause that a duty carries and that speaks of “promptly” needs a number in the dictionary of the policy. */
export const vagueWords: Check = function* (policy, { clauses }) {
  if (!clauses || !('get' in clauses)) return;
  const told = new Set<string>();
  for (const { clause, by, source } of citations(policy)) {
    if (by.section !== 'duties' || told.has(clause)) continue;
    told.add(clause);
    for (const word of VAGUE) {
      if (!clauses.get(clause)?.includes(word) || Object.hasOwn(policy.words, word)) continue;
      yield warning(source, `${by.section}.${by.id}`, `条款 ${clause} 用了“${word}”，而 words 中没有给它数字`, `the clause ${clause} says “${word}”, and “words” gives it no number`);
    }
  }
};
