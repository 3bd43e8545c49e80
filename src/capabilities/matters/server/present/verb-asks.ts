import { civilWords, extendable, needsReason, OVERSEEING_LEVEL, pauseReasons, pauseTitle, titleOfOutcome, type Act, type Language, type MatterState, type ObligationState, type World } from '#engine';
import type { AskJson } from '../../contract.ts';
import { closingChoices } from '../../rules/closing-choices.ts';
import { isoOrNull } from '../gather.ts';

/** An open matter that this one may be a duplicate of. */
export interface Duplicate { readonly number: string; readonly subject: string; readonly stage: string; readonly customer: string; /** Epoch ms. */ readonly receivedAt: number; readonly because: 'customer' | 'house' | 'words'; readonly severity: string | null; /** Epoch ms: what is due first; null = nothing. */ readonly dueAt: number | null }

type Choice = AskJson['values'][number];

const WORDS = {
  to: { zh: '交给', en: 'To' }, outcome: { zh: '结果', en: 'Outcome' }, how: { zh: '方式', en: 'How' }, present: { zh: '同去的人', en: 'Also present' }, text: { zh: '说明', en: 'Text' },
  reason: { zh: '原因', en: 'Reason' }, until: { zh: '到什么时候', en: 'Until' }, obligation: { zh: '哪一项', en: 'Which item' }, files: { zh: '附件', en: 'Files' },
  into: { zh: '合并到哪一件（编号）', en: 'Merge into (number)' }, done: { zh: '实际已经办了什么', en: 'What was in fact done' }, doneAt: { zh: '什么时候办的', en: 'When it was done' },
  customer: { zh: '换成哪位客户（电话或编号）', en: 'The right customer (phone or id)' }, where: { zh: '位置（如房号）', en: 'Place (such as the room)' },
  phone: { zh: '电话', en: 'Phone' }, visit: { zh: '上门', en: 'Visit' }, message: { zh: '消息', en: 'Message' }, letter: { zh: '信函', en: 'Letter' },
} as const;
/** Said and done against a rule: here the text is what matters. */
const WHAT_WAS_SAID: Readonly<Record<Language, string>> = { zh: '说了什么、办了什么', en: 'What was said or done' };

/** 督办 without a date is not answered: whoever oversees fixes one. A 批示 may name one. */
const ANSWER_BY: Readonly<Record<Language, string>> = { zh: '什么时候前回复', en: 'Answer by' };

/** The fields an act of a certain behaviour asks beside the facts of its policy. */
export function fieldsOf(world: World, matter: MatterState, act: Act, language: Language, duplicates: readonly Duplicate[]): AskJson[] {
  const ask = (name: keyof typeof WORDS, type: AskJson['type'], required: boolean, values: readonly Choice[] = []): AskJson => ({ name, title: WORDS[name][language], type, values: [...values], required, value: null, clause: [] });
  const way = (id: keyof typeof WORDS): Choice => ({ id, title: WORDS[id][language], hint: null });
  const asks: AskJson[] = [];
  if (['forward', 'report', 'dispatch'].includes(act.is) || (act.daily && act.is === 'assign')) asks.push(ask('to', 'bearer', true, bearersFor(world, act)));
  if (act.outcomes.length) asks.push(ask('outcome', 'outcome', true, act.outcomes.map((outcome) => ({ id: outcome, title: titleOfOutcome(outcome)?.[language] ?? outcome, hint: null }))));
  if (['revisit', 'inform', 'reply'].includes(act.is)) asks.push(ask('how', 'how', false, [way('phone'), way('visit'), way('message'), way('letter')]));
  if (act.is === 'revisit') asks.push(ask('present', 'people', false));
  if (act.is === 'waive') asks.push(ask('obligation', 'one', true, items(world, matter.obligations.filter((ob) => ['open', 'paused', 'breached', 'met-late'].includes(ob.status)))));
  if (act.is === 'extend') asks.push(ask('obligation', 'one', act.daily !== null, items(world, extendable(matter, world.now))), ask('until', 'instant', act.daily !== null));
  if (act.is === 'merge' && act.daily) asks.push(ask('into', 'text', true, duplicates.map((each) => duplicateChoice(each, world, language))));
  if (act.is === 'record-fact') asks.push(ask('done', 'one', true, doable(world, matter)), ask('doneAt', 'instant', false));
  if (act.is === 'correct') asks.push(ask('customer', 'text', false), ask('where', 'text', false));
  if (act.is === 'pause') asks.push(ask('reason', 'one', true, pauseReasons({ matter, world }).map((reason) => ({ id: reason, title: pauseTitle(world.policy, reason)[language], hint: null }))));
  else if (act.daily && needsReason(act)) asks.push(ask('reason', 'text', true));
  if (act.is === 'pause') asks.push(ask('until', 'instant', false, closingChoices(world, language)));
  if ((act.is === 'oversee' || act.is === 'instruct') && act.daily) asks.push({ ...ask('until', 'instant', act.is === 'oversee', closingChoices(world, language)), title: ANSWER_BY[language] });
  // Whoever says why has said enough: a second box asks for nothing.
  if (act.is === 'return') return asks;
  asks.push(act.is === 'record-fact' ? { ...ask('text', 'text', true), title: WHAT_WAS_SAID[language] } : ask('text', 'text', false));
  return asks;
}

const BECAUSE: Readonly<Record<Duplicate['because'], Readonly<Record<Language, string>>>> = { customer: { zh: '同一客户', en: 'Same customer' }, house: { zh: '同一房号', en: 'Same house' }, words: { zh: '内容相近', en: 'Similar words' } };

const DUE: Readonly<Record<Language, (when: string) => string>> = { zh: (when) => `时限 ${when}`, en: (when) => `due ${when}` };

/** A matter to merge into, with what speaks for it. */
function duplicateChoice({ number, subject, stage, customer, receivedAt, because, severity, dueAt }: Duplicate, world: World, language: Language): Choice {
  return { id: number, title: `${number} ${subject}`, hint: [BECAUSE[because][language], severity ?? '', stage, customer, civilWords(receivedAt, world.policy.zone)[language], dueAt === null ? '' : DUE[language](civilWords(dueAt, world.policy.zone)[language])].filter((each) => each !== '').join(' · ') };
}

/** Things that are owed, each with its time, to choose one of. */
function items(world: World, owed: readonly ObligationState[]): readonly Choice[] {
  return owed.map((ob) => ({
    id: ob.key, hint: ob.clause[0] ?? null,
    title: `${world.policy.duties[ob.duty]?.title ?? ob.duty} ${(isoOrNull(ob.dueAt ?? ob.breachedAt, world) ?? '').slice(0, 16).replace('T', ' ')}`.trim(),
  }));
}

/** Acts of the policy that people do: any of them may have been done already, whatever its conditions. */
function doable(world: World, matter: MatterState): readonly Choice[] {
  const acts = Object.values(world.policy.kinds[matter.kind]?.acts ?? {}).filter((act) => act.daily === null && act.is !== 'receive' && act.is !== 'open');
  return acts.filter((act) => act.may.some((who) => !(who.is === 'special' && who.name === 'system'))).map((act) => ({ id: act.id, title: act.title, hint: act.source.clause[0] ?? null }));
}

/** Whom an act can go to: units first; a report goes to units outside and to those who lead. */
function bearersFor(world: World, act: Act): readonly Choice[] {
  const units = Object.values(world.policy.units).map((unit) => ({ id: unit.id, title: unit.title, hint: null }));
  const leading = Object.values(world.policy.positions).filter((position) => (position.level ?? 0) >= OVERSEEING_LEVEL && !position.inEveryUnit).map((position) => ({ id: position.id, title: position.title, hint: null }));
  return act.is === 'report' ? [...units.filter((unit) => world.policy.units[unit.id]?.outside), ...leading, ...units.filter((unit) => !world.policy.units[unit.id]?.outside)] : [...units, ...leading];
}
