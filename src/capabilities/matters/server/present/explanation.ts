import { civilWords, explainObligation, titleOfAct, titleOfBearer, titleOfDuty, titleOfFact, titleOfValue, type Bearer, type CountedDay, type Explanation, type FactValue, type Language, type ObligationState, type World } from '#engine';
import type { ExplanationJson } from '../../contract.ts';
import { iso, isoOrNull, type GatheredMatter } from '../gather.ts';
import { oursOf, type Names } from './obligation.ts';
import { peopleOf } from './refusal.ts';

/** 依据 of one obligation in the reader's language. @returns null when the matter has none at that place. */
export function explanationJson({ world, row, runnable, around }: GatheredMatter, id: string, ordinal: number, language: Language): ExplanationJson | null {
  const ob = row.state.obligations[ordinal];
  const told = ob && explainObligation(world, row.state, ob.key);
  if (!ob || !told) return null;
  const names: Names = (person) => around.company.names.get(person);
  const kind = world.policy.kinds[row.kind];
  const words = (at: number): string => civilWords(at, world.policy.zone)[language];
  return {
    obligation: id, duty: told.duty, title: titleOfDuty(world.policy, kind, told.duty, ob.act, language), ours: oursOf(world, ob), who: told.who, due: told.due[language],
    clauses: ob.clause.map((clause) => ({ id: clause, text: runnable.document.clauses.find((each) => each.id === clause)?.text ?? '' })),
    from: iso(told.from, world), fromWhat: titleOfAct(kind, told.startedBy, language), fixed: told.fixedBy === null || told.fixedBy.actor === 'system' ? null : { by: actorTitle(world, told.fixedBy.actor, names), at: iso(told.fixedBy.at, world) }, to: isoOrNull(told.to, world), toWords: told.to === null ? null : words(told.to), state: ob.status,
    facts: told.looked.map(({ name, value }) => ({ name, title: titleOfFact(kind, name), value: spoken(kind?.facts[name], value, language), known: value !== undefined })),
    steps: told.steps.map((step) => ({ from: iso(step.from, world), to: iso(step.to, world), is: step.is, counted: step.counted })),
    countedMilliseconds: told.steps.reduce((sum, step) => sum + (step.is === 'counted' ? step.counted : 0), 0), notes: told.notes.map((note) => note[language]),
    then: told.then.map((each) => ({ at: iso(each.at, world), atWords: words(each.at), says: each.step === 'breach' ? OVERDUE[language] : `${TELL[language]}${each.tell}`, who: peopleOf(world, each.to, names) })),
    days: told.days.map((day) => dayJson(world, told, day, names, language)), extended: extensionsOf(world, ob, names), customer: told.customer,
  };
}

const OVERDUE: Readonly<Record<Language, string>> = { zh: '记超时', en: 'counts as overdue' };
const TELL: Readonly<Record<Language, string>> = { zh: '通知 ', en: 'tells ' };
const NOT_COUNTED: Readonly<Record<Language, string>> = { zh: '起始日不计', en: 'the starting day is not counted' };
const PAUSED: Readonly<Record<Language, string>> = { zh: '停表', en: 'paused' };
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = { zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };

/** One day as a line: `08:30–12:00、13:00–17:30`; a pause with its reason and whoever stopped the clock. */
function dayJson(world: World, told: Explanation, day: CountedDay, names: Names, language: Language): ExplanationJson['days'][number] {
  const pauses = day.pauses.map(({ from, to, at }) => {
    const pause = told.pauses.find((each) => each.from <= at && (each.to === null || at < each.to));
    return { from, to, reason: pause?.reason[language] ?? '', who: actorTitle(world, pause?.by ?? null, names) };
  });
  const stretches = [...day.windows.map(({ from, to }) => ({ from, says: `${from}–${to}` })), ...pauses.map(({ from, to, reason }) => ({ from, says: `${PAUSED[language]} ${from}–${to} ${reason}`.trim() }))];
  const says = day.starting ? NOT_COUNTED[language] : stretches.sort((a, b) => a.from.localeCompare(b.from)).map((each) => each.says).join(language === 'zh' ? '、' : ', ');
  return { date: day.date, weekday: WEEKDAYS[language][new Date(`${day.date}T00:00:00Z`).getUTCDay()] ?? '', windows: [...day.windows], minutes: day.minutes, starting: day.starting, says, pauses };
}

function actorTitle(world: World, by: Bearer | 'system' | null, names: Names): string {
  return by === null || by === 'system' ? '' : titleOfBearer(world.policy, by, names);
}

function extensionsOf(world: World, ob: ObligationState, names: Names): ExplanationJson['extended'] {
  return (ob.extensions ?? []).map((each) => ({
    from: iso(each.from, world), to: iso(each.to, world), by: actorTitle(world, each.by, names), approvedBy: each.approvedBy.map((person) => names(person) ?? '—'), at: iso(each.at, world),
  }));
}

/** A value that a condition looked at, as people say it. */
export function spoken(fact: Parameters<typeof titleOfValue>[0], value: unknown, language: Language): string {
  if (fact || value === undefined || typeof value !== 'object') return titleOfValue(fact, value as FactValue | undefined, language);
  return JSON.stringify(value);
}
