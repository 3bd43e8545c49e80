import { titleOfAct, titleOfBearer, titleOfDuty, titleOfFact, titleOfOutcome, titleOfStage, titleOfValue, type Bearer, type FactValue, type Language, type World } from '#engine';
import type { EventJson } from '../../contract.ts';
import { iso } from '../gather.ts';
import { factInWords, type Names } from './obligation.ts';
import { asList, asRecord, said } from './saying.ts';
import type { Reader, StoredEvent } from './stored-event.ts';
import { verbLines, WAS, wasOf, wordSaid } from './verb-lines.ts';

/** Later than this after it happened, an event counts as recorded late (补录). */
const LATE = 10 * 60_000;

export function eventJson(world: World, kindId: string, event: StoredEvent, names: Names, language: Language, businessRecordedAt: number | null = null, recalled = false): EventJson {
  const reader: Reader = { world, kind: world.policy.kinds[kindId], names, language };
  return {
    seq: event.seq, type: event.type, act: event.act, is: event.act === null ? null : (reader.kind?.acts[event.act]?.is ?? null), title: titleOf(reader, event), actor: { person: event.actor, name: actorName(event, names, language) },
    occurredAt: iso(event.occurredAt, world), recordedAt: iso(event.recordedAt, world), late: event.type === 'acted' && businessRecordedAt !== null && businessRecordedAt - event.occurredAt > LATE,
    clause: clausesOf(event.body), body: { ...event.body }, words: { ...event.words }, lines: linesOf(reader, event), hash: event.hash, recalled, was: wasOf(reader, event),
  };
}

/** Who did it, and for whom where he stood in for somebody. */
function actorName(event: StoredEvent, names: Names, language: Language): string {
  if (!event.actor) return SYSTEM[language];
  const name = names(event.actor) ?? '—';
  const absent = event.body['for'];
  if (typeof absent !== 'string') return name;
  return language === 'zh' ? `${name}（代${names(absent) ?? '—'}）` : `${name} (for ${names(absent) ?? '—'})`;
}

const SYSTEM: Readonly<Record<Language, string>> = { zh: '系统', en: 'System' };
const TITLES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'recorded-against-rule': { zh: '如实记录', en: 'Recorded as it happened' }, breached: { zh: '超时', en: 'Overdue' }, reminded: { zh: '提醒', en: 'Reminded' }, 'breach-annulled': { zh: '撤销超时（按时办了，补录晚了）', en: 'Breach annulled: done in time, recorded late' },
  'approval-requested': { zh: '申请批准', en: 'Approval requested' }, 'approval-decided': { zh: '审批', en: 'Approval decided' }, 'approval-lapsed': { zh: '批准失效（内容改了）', en: 'Approval lapsed: its content changed' },
  rederived: { zh: '时限重算', en: 'Times worked out again' }, repinned: { zh: '改按新版制度', en: 'Moved to another policy version' },
};

function titleOf({ kind, world, language }: Reader, event: StoredEvent): string {
  if (event.type === 'acted' || event.type === 'recalled') return titleOfAct(kind, event.act ?? '', language);
  if (event.type === 'recorded-against-rule') return said(language, TITLES[event.type]?.[language] ?? '', titleOfAct(kind, String(event.body['done'] ?? ''), language));
  const base = TITLES[event.type]?.[language] ?? event.type;
  const duty = event.body['duty'];
  const about = typeof duty === 'string' ? titleOfDuty(world.policy, kind, duty, event.act ?? '', language) : event.act ? titleOfAct(kind, event.act, language) : '';
  return about === '' ? base : said(language, base, about);
}

function clausesOf(body: Readonly<Record<string, unknown>>): string[] {
  const cited = body['because'] ?? body['clause'];
  return Array.isArray(cited) ? cited.filter((each): each is string => typeof each === 'string') : [];
}

/** What the event says, line by line, in words: to whom, with what result, which facts, which stage. */
function linesOf(reader: Reader, event: StoredEvent): string[] {
  const { kind, language } = reader;
  const lines: string[] = [];
  const fields = asRecord(event.body['fields']);
  const facts = asRecord(event.body['facts']);
  const stage = asRecord(event.body['stage']);
  const to = fields['to'] ?? event.body['to'];
  for (const bearer of Array.isArray(to) ? to : to ? [to] : []) lines.push(`→ ${titleOfBearer(reader.world.policy, bearer as Bearer, reader.names)}`);
  if (typeof fields['outcome'] === 'string') lines.push(said(language, language === 'zh' ? '结果' : 'Outcome', titleOfOutcome(fields['outcome'])?.[language] ?? fields['outcome']));
  if (typeof event.body['decision'] === 'string') lines.push(said(language, language === 'zh' ? '决定' : 'Decision', DECISIONS[event.body['decision']]?.[language] ?? event.body['decision']));
  lines.push(...verbLines(reader, event));
  const waived = typeof fields['obligation'] === 'string' ? { obligation: fields['obligation'] } : {};
  for (const [name, value] of Object.entries({ ...waived, ...facts })) {
    const fact = factInWords(reader.world, kind, name, value as FactValue, language);
    lines.push(said(language, fact.title, fact.value));
  }
  for (const [name, value] of Object.entries(event.words)) if (!name.startsWith(WAS)) lines.push(kind?.facts[name] ? said(language, titleOfFact(kind, name), value) : wordSaid(reader, event, name, value));
  for (const each of asList(event.body['proposed'])) lines.push(proposedLine(reader, asRecord(each)));
  if (typeof stage['to'] === 'string') lines.push(said(language, language === 'zh' ? '阶段' : 'Stage', `${titleOfStage(kind, String(stage['from']))} → ${titleOfStage(kind, stage['to'])}`));
  return lines;
}

function proposedLine({ kind, language }: Reader, proposal: Record<string, unknown>): string {
  const fact = String(proposal['fact'] ?? '');
  const value = titleOfValue(kind?.facts[fact], String(proposal['value'] ?? ''), language);
  return said(language, language === 'zh' ? `${titleOfFact(kind, fact)}由系统按事实建议` : `${titleOfFact(kind, fact)} proposed from the facts`, value);
}

const DECISIONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = { approve: { zh: '同意', en: 'approved' }, reject: { zh: '驳回', en: 'rejected' }, return: { zh: '退回修改', en: 'returned for change' } };
