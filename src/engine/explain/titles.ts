import type { Bearer } from '../matter.ts';
import type { Fact, FactValue, Kind, Policy } from '../policy.ts';
import type { Text } from '../text.ts';
import { APPROVE, DECIDE, ourTitle } from '../decide/index.ts';

/** Words of the policy for what the engine calls by id. The policy's own titles are in its own language; only ours have both. */

const APPROVAL: Text = { zh: '审批', en: 'Decide' };

export function titleOfAct(kind: Kind | undefined, act: string, language: keyof Text = 'zh'): string {
  const own = kind?.acts[act];
  // A policy may have an act called “approve”; deciding an approval is never that one.
  if (act === DECIDE || (own === undefined && act === APPROVE)) return APPROVAL[language];
  return own?.daily ? ourTitle(own.title, language) : own?.title ?? act;
}

export function titleOfDuty(policy: Policy, kind: Kind | undefined, duty: string, act: string, language: keyof Text = 'zh'): string {
  const own = policy.duties[duty];
  if (own?.title === undefined) return titleOfAct(kind, act, language);
  return own.source.line === 0 ? ourTitle(own.title, language) : own.title;
}

export function titleOfStage(kind: Kind | undefined, stage: string): string {
  return kind?.stageTitles[stage] ?? stage;
}

/** A bearer as people read it: position with unit, unit, or the person's name where it is known. */
export function titleOfBearer(policy: Policy, bearer: Bearer, names: (person: string) => string | undefined): string {
  const unit = bearer.unit ? (policy.units[bearer.unit]?.title ?? bearer.unit) : '';
  if (bearer.person) return names(bearer.person) ?? '—';
  if (bearer.position) return `${unit}${policy.positions[bearer.position]?.title ?? bearer.position}`;
  return unit || '—';
}

export function titleOfFact(kind: Kind | undefined, name: string): string {
  return kind?.facts[name]?.title ?? name;
}

const TICKED: Text = { zh: '是', en: 'yes' };
const UNTICKED: Text = { zh: '否', en: 'no' };

/** `2026-03-03T18:00:00+08:00` → `2026-03-03 18:00`, in the zone it was written in. */
function spokenInstant(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*$/, '$1 $2');
}

/** A fact's value as people read it. */
export function titleOfValue(fact: Fact | undefined, value: FactValue | undefined, language: keyof Text): string {
  if (value === undefined) return language === 'zh' ? '未知' : 'unknown';
  if (typeof value === 'boolean') return (value ? TICKED : UNTICKED)[language];
  const type = fact?.type;
  const title = (id: string): string => (type && (type.is === 'one' || type.is === 'many') ? (type.values.find((each) => each.id === id)?.title ?? id) : id);
  if (typeof value === 'string') return type?.is === 'instant' ? spokenInstant(value) : title(value);
  if (typeof value === 'number') return type?.is === 'money' ? `¥${value.toFixed(2)}` : `${value}${fact?.unit ?? ''}`;
  if (Array.isArray(value) && value.every((each): each is string => typeof each === 'string')) return value.map(title).join('、');
  return JSON.stringify(value);
}

