import { civilWords, pauseTitle, titleOfAct, titleOfFact, titleOfValue, type FactValue, type Language } from '#engine';
import type { EventJson } from '../../contract.ts';
import type { Reader, StoredEvent } from './stored-event.ts';
import { asList, asRecord, said } from './saying.ts';

/** Words of an event that tell what a correction replaced carry this before their name. */
export const WAS = 'was.';

/** What a correction replaced, fact by fact: the timeline shows the corrected text, and this only when somebody asks. */
export function wasOf({ kind, language }: Reader, event: StoredEvent): EventJson['was'] {
  const words = Object.entries(event.words).flatMap(([name, value]) => (name.startsWith(WAS) ? [[name.slice(WAS.length), value] as const] : []));
  return [...words, ...Object.entries(asRecord(event.body['was']))].map(([name, value]) => ({ name, title: OWN[name]?.[language] ?? titleOfFact(kind, name), value: titleOfValue(kind?.facts[name], value as FactValue, language) }));
}

/** What a correction puts right beside the facts of a policy. */
const OWN: Readonly<Record<string, Readonly<Record<Language, string>>>> = { customer: { zh: '客户', en: 'Customer' }, where: { zh: '位置', en: 'Place' } };

/** A free word of an event: the reason of a pause stands there as the policy's own word and is shown by its title. */
export function wordSaid({ kind, world, language }: Reader, event: StoredEvent, name: string, value: string): string {
  return name === 'reason' && kind?.acts[event.act ?? '']?.is === 'pause' ? pauseTitle(world.policy, value)[language] : value;
}

const WORDS: Readonly<Record<'back' | 'took' | 'into' | 'outOf' | 'merged' | 'unmerged' | 'until' | 'answerBy', Readonly<Record<Language, string>>>> = {
  back: { zh: '退回', en: 'Gave back' }, took: { zh: '撤回了', en: 'Took back' }, into: { zh: '合并到', en: 'Merged into' }, outOf: { zh: '从这一件拆开', en: 'Taken out of' },
  merged: { zh: '并入重复的一件', en: 'A duplicate was merged in' }, unmerged: { zh: '拆出', en: 'Taken apart' }, until: { zh: '到', en: 'Until' }, answerBy: { zh: '什么时候前回复', en: 'Answer by' },
};

const CARRIED: Readonly<Record<Language, (act: string, by: string) => string>> = { zh: (act, by) => `${by}的${act}随合并转来`, en: (act, by) => `“${act}” by ${by} came along with the merged matter` };
const RELEASED: Readonly<Record<Language, (overseer: string) => string>> = { zh: (overseer) => `合并期间${overseer}已解除这项督办`, en: (overseer) => `Released by ${overseer} while it was merged` };

/** Their time is the one by which somebody answers. */
const ANSWERED: readonly string[] = ['oversee', 'instruct'];

/** Lines of acts that are about other acts or other matters. */
export function verbLines({ kind, world, language, names }: Reader, event: StoredEvent): readonly string[] {
  const act = (of: unknown): string => titleOfAct(kind, String(asRecord(of)['act'] ?? ''), language);
  const lines = [
    ...asList(event.body['returned']).map((each) => said(language, WORDS.back[language], act(each))), ...asList(event.body['recalls']).map((each) => said(language, WORDS.took[language], act(each))),
    ...(['into', 'outOf', 'merged', 'unmerged'] as const).flatMap((key) => { const number = asRecord(event.body[key])['number']; return typeof number === 'string' ? [said(language, WORDS[key][language], number)] : []; }),
    ...asList(event.body['against']).flatMap((each) => { const text = asRecord(asRecord(each)['text'])[language]; return typeof text === 'string' ? [text] : []; }),
  ];
  const carried = asRecord(event.body['carried']);
  if (typeof carried['number'] === 'string') lines.push(said(language, CARRIED[language](act(event), names(String(carried['by'])) ?? '—'), carried['number']));
  const released = asRecord(event.body['released']);
  if (typeof released['number'] === 'string') lines.push(said(language, RELEASED[language](names(String(released['by'])) ?? '—'), released['number']));
  const until = asRecord(event.body['fields'])['until'];
  return typeof until === 'number' ? [...lines, said(language, WORDS[ANSWERED.includes(kind?.acts[event.act ?? '']?.is ?? '') ? 'answerBy' : 'until'][language], civilWords(until, world.policy.zone)[language])] : lines;
}
