import { factAsk } from '#capabilities/policies/index.ts';
import { mustAnswer, OVERSEEING_LEVEL, pauseReasons, type Act, type Language, type MatterState, type PossibleAct as Possible, type World } from '#engine';
import type { AskJson, PossibleAct } from '../../contract.ts';
import type { PolicyDocument } from '#engine/coverage/index.ts';
import { isoOrNull } from '../gather.ts';
import { refusalJson } from './refusal.ts';
import { outcomeTitle } from './event.ts';

/** All acts as the contract lists them, each with the form it asks for. */
export function possibleJson(world: World, document: PolicyDocument, matter: MatterState, possible: Possible, language: Language): PossibleAct {
  const { act } = possible;
  return {
    act: act.id, title: act.title, allowed: possible.refusals.length === 0, refusals: possible.refusals.map((refusal) => refusalJson(world, document, matter.kind, refusal, language)),
    asks: asksOf(world, matter, act, language), mine: possible.mine, daily: act.daily !== null,
    guidance: Object.values(world.policy.guidance).filter((each) => each.acts.includes(act.id)).map((each) => each.text),
  };
}

function asksOf(world: World, matter: MatterState, act: Act, language: Language): AskJson[] {
  const kind = world.policy.kinds[matter.kind];
  const facts = act.is === 'correct' ? Object.values(kind?.facts ?? {}) : act.asks.flatMap((name) => kind?.facts[name] ?? []);
  return [...fieldsOf(world, matter, act, language), ...facts.map((fact) => factAsk(fact, matter.facts[fact.id] ?? null, kind !== undefined && mustAnswer(kind, act)?.id === fact.id))];
}

const WORDS = {
  to: { zh: '交给', en: 'To' }, outcome: { zh: '结果', en: 'Outcome' }, how: { zh: '方式', en: 'How' }, present: { zh: '同去的人', en: 'Also present' }, text: { zh: '说明', en: 'Text' },
  reason: { zh: '原因', en: 'Reason' }, until: { zh: '到什么时候', en: 'Until' }, obligation: { zh: '免去哪一项', en: 'Which obligation' }, files: { zh: '附件', en: 'Files' },
  phone: { zh: '电话', en: 'Phone' }, visit: { zh: '上门', en: 'Visit' }, message: { zh: '消息', en: 'Message' }, letter: { zh: '信函', en: 'Letter' },
} as const;

function fieldsOf(world: World, matter: MatterState, act: Act, language: Language): AskJson[] {
  const ask = (name: keyof typeof WORDS, type: AskJson['type'], required: boolean, values: AskJson['values'] = []): AskJson => ({ name, title: WORDS[name][language], type, values, required, value: null, clause: [] });
  const value = (id: keyof typeof WORDS): AskJson['values'][number] => ({ id, title: WORDS[id][language], hint: null });
  const asks: AskJson[] = [];
  if (['forward', 'report', 'dispatch'].includes(act.is) || (act.daily && act.is === 'assign')) asks.push(ask('to', 'bearer', true, bearersFor(world, act)));
  if (act.outcomes.length) asks.push(ask('outcome', 'outcome', true, act.outcomes.map((outcome) => ({ id: outcome, title: outcomeTitle(outcome, language), hint: null }))));
  if (['revisit', 'inform', 'reply'].includes(act.is)) asks.push(ask('how', 'how', false, [value('phone'), value('visit'), value('message'), value('letter')]));
  if (act.is === 'revisit') asks.push(ask('present', 'people', false));
  if (act.is === 'waive') asks.push(ask('obligation', 'one', true, matter.obligations.filter((ob) => ['open', 'paused', 'breached', 'met-late'].includes(ob.status)).map((ob) => ({ id: ob.key, title: `${world.policy.duties[ob.duty]?.title ?? ob.duty} ${(isoOrNull(ob.dueAt ?? ob.breachedAt, world) ?? '').slice(0, 16).replace('T', ' ')}`.trim(), hint: ob.clause[0] ?? null }))));
  if (act.is === 'pause') asks.push(ask('reason', 'one', true, pauseReasons({ matter, world }).map((reason) => ({ id: reason, title: PAUSES[reason]?.[language] ?? reason, hint: null }))));
  if (act.daily && ['correct', 'void', 'waive', 'assign'].includes(act.is)) asks.push(ask('reason', 'text', true));
  if (act.is === 'pause' || act.is === 'oversee') asks.push(ask('until', 'instant', false));
  asks.push(ask('text', 'text', false));
  return asks;
}

const PAUSES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'waiting-for-customer': { zh: '等客户', en: 'waiting for the customer' }, 'third-party-appraisal': { zh: '第三方鉴定', en: 'appraisal by a third party' },
};

/** Whom an act can go to: units first; a report goes to units outside and to those who lead. */
function bearersFor(world: World, act: Act): AskJson['values'] {
  const units = Object.values(world.policy.units).map((unit) => ({ id: unit.id, title: unit.title, hint: null }));
  const leading = Object.values(world.policy.positions).filter((position) => (position.level ?? 0) >= OVERSEEING_LEVEL && !position.inEveryUnit).map((position) => ({ id: position.id, title: position.title, hint: null }));
  return act.is === 'report' ? [...units.filter((unit) => world.policy.units[unit.id]?.outside), ...leading, ...units.filter((unit) => !world.policy.units[unit.id]?.outside)] : [...units, ...leading];
}
