import { CALL_AGAIN, civilWords, isOwing, oversightsOf, titleOfBearer, type Act, type Language, type MatterState, type World } from '#engine';
import { severityTitle } from '../matter-row.ts';
import type { Names } from './obligation.ts';

/** What becomes of severity, limits and 督办 when two matters are merged or taken apart: whoever does it knows that before. Null for any other act. */
export function mergingMeans(world: World, matter: MatterState, act: Act, language: Language, names: Names): string | null {
  if (!act.daily) return null;
  if (act.is === 'unmerge') return APART[language];
  if (act.is !== 'merge') return null;
  const severity = matter.facts['severity'];
  const graded = typeof severity === 'string' ? severityTitle(world.policy.kinds[matter.kind], severity) : null;
  const oversights = oversightsOf(matter, world.now);
  const answering = [...new Set(oversights.flatMap((each) => each.answering).map((each) => titleOfBearer(world.policy, each, names)))];
  const answers = oversights.map(({ act: begun, until }) => ({ what: ASKED[begun][language], by: until === null ? SOON[language] : civilWords(until, world.policy.zone)[language] }));
  const calls = matter.obligations.flatMap((ob) => (isOwing(ob) && ob.act === CALL_AGAIN && ob.dueAt !== null ? [civilWords(ob.dueAt, world.policy.zone)[language]] : []));
  const limits = matter.obligations.filter((ob) => isOwing(ob) && ob.status !== 'breached' && !ANSWERED.includes(ob.act)).length;
  return TOGETHER[language]({ graded, answers, answering, calls, limits });
}

interface Stops {
  readonly graded: string | null;
  /** Each 督办 and 批示 to be answered, and when, in words. */
  readonly answers: readonly { readonly what: string; readonly by: string }[];
  /** Who has to answer them now. */
  readonly answering: readonly string[];
  /** When the customer was promised a call. */
  readonly calls: readonly string[];
  readonly limits: number;
}

/** These are not over: they are owed in the other matter. */
const ANSWERED: readonly string[] = ['answer-oversight', 'answer-instruction'];
const ASKED: Readonly<Record<'oversee' | 'instruct', Readonly<Record<Language, string>>>> = { oversee: { zh: '督办', en: 'oversight' }, instruct: { zh: '批示', en: 'instruction' } };
const kinds = (answers: Stops['answers'], and: string): string => [...new Set(answers.map(({ what }) => what))].join(and);
const times = (answers: Stops['answers'], and: string): string => answers.map(({ by }) => by).join(and);
const SOON: Readonly<Record<Language, string>> = { zh: '尽快', en: 'soon' };
const TOGETHER: Readonly<Record<Language, (stops: Stops) => string>> = {
  zh: ({ graded, answers, answering, calls, limits }) => `合并后这一件的 ${limits} 项时限停下，已经超时的照旧算超时；${graded === null ? '级别' : `「${graded}」不再起作用，级别`}和时限以合并到的那一件为准${answers.length === 0 ? '' : `；这一件的${kinds(answers, '、')}转到那一件，仍须回复（${times(answers, '、')}前）${answering.length === 0 ? '' : `，由那一件的经办人回复，还没有经办人就仍由${answering.join('、')}回复`}`}${calls.length === 0 ? '' : `；和客户约好的电话（${calls.join('、')}）不转过去，请在那一件重新约`}。拆开后回到原来的时限，其间过了的算超时`,
  en: ({ graded, answers, answering, calls, limits }) => `Once merged, ${limits === 1 ? '1 limit' : `${limits} limits`} of this matter stop; what is overdue stays overdue. ${graded === null ? 'Severity' : `“${graded}” counts no more: severity`} and limits are those of the other${answers.length === 0 ? '' : `. Its ${kinds(answers, ' and ')} goes over to the other and is still to be answered (by ${times(answers, ', ')})${answering.length === 0 ? '' : `, by whoever is in charge there or, while nobody is, by ${answering.join(', ')} as before`}`}${calls.length === 0 ? '' : `. The call agreed with the customer (${calls.join(', ')}) does not go over: agree it anew there`}. Taken apart, the old limits hold again, and those that passed meanwhile are overdue`,
};
const APART: Readonly<Record<Language, string>> = {
  zh: '拆开后这一件按自己的级别和原来的时限继续，合并期间过了的算超时；随它转去的督办、批示也回到这一件',
  en: 'Taken apart, this matter goes on with its own severity and its old limits; those that passed while it was merged are overdue. What went over with it to be answered (督办, 批示) comes back',
};
