import { own } from '../../conditions/index.ts';
import { parseInstant } from '../../instant.ts';
import type { ActFields, Bearer, Directory, MatterState } from '../../matter.ts';
import type { Act, FactValue, Kind, Policy } from '../../policy.ts';
import type { Text } from '../../text.ts';
import { COMPLETE_RECORD, TAKE_WORK } from '../daily/index.ts';
import type { Issue } from '../types.ts';
import { asFact, isInstant, wrongValue } from './values.ts';

/** What somebody gave with an act, told apart into the act's own fields and the facts it asks. */
export interface Given { readonly fields: ActFields; readonly facts: Readonly<Record<string, FactValue>>; readonly wrong: readonly Issue[] }

const HOW = ['phone', 'visit', 'message', 'letter'] as const;
/** Acts that hand something to somebody: without a receiver they say nothing. */
const WITH_RECEIVER: readonly string[] = ['forward', 'report', 'dispatch'];
const LONGEST_TEXT = 20_000;

type Reader = (value: unknown, context: Context) => { readonly field?: ActFields; readonly wrong?: Text };
interface Context { readonly policy: Policy; readonly directory: Directory; readonly kind: Kind; readonly act: Act; readonly matter: MatterState | null }

const FIELDS: Readonly<Record<string, Reader>> = {
  to: (value, context) => { const to = readBearer(value, context); return to ? { field: { to } } : { wrong: { zh: '没有这个部门、岗位或人员', en: 'no such unit, position or person' } }; },
  text: (value) => (typeof value === 'string' && value.length <= LONGEST_TEXT ? { field: { text: value } } : { wrong: { zh: `应为文字，最多 ${LONGEST_TEXT} 字`, en: `should be text of at most ${LONGEST_TEXT} characters` } }),
  reason: (value) => (typeof value === 'string' && value.length <= 500 ? { field: { reason: value } } : { wrong: { zh: '应为文字，最多 500 字', en: 'should be text of at most 500 characters' } }),
  how: (value) => { const how = HOW.find((each) => each === value); return how ? { field: { how } } : { wrong: { zh: `应为其中之一：${HOW.join('、')}`, en: `should be one of: ${HOW.join(', ')}` } }; },
  present: (value, { directory }) => (isPeople(value, directory) ? { field: { present: value } } : { wrong: { zh: '应为本公司人员的列表', en: 'should be a list of people of this company' } }),
  about: (value, { directory }) => (typeof value === 'string' && directory.people.some((each) => each.person === value) ? { field: { about: value } } : { wrong: { zh: '应为人员', en: 'should be a person' } }),
  outcome: (value, { act }) => (typeof value === 'string' && act.outcomes.includes(value) ? { field: { outcome: value } } : { wrong: { zh: `应为其中之一：${act.outcomes.join('、')}`, en: `should be one of: ${act.outcomes.join(', ')}` } }),
  until: (value) => (isInstant(value) ? { field: { until: parseInstant(String(value)) ?? 0 } } : { wrong: { zh: '应为带时区的时间', en: 'should be a time with offset' } }),
  obligation: (value, { matter }) => (matter?.obligations.some((each) => each.key === value) ? { field: { obligation: String(value) } } : { wrong: { zh: '这件事没有这一项待办', en: 'this matter has no such obligation' } }),
  done: (value, { kind }) => { const done = typeof value === 'string' ? own(kind.acts, value) : undefined; return done && done.daily === null ? { field: { done: done.id } } : { wrong: { zh: '应为这类事项的一种办理', en: 'should be an act of this kind of matter' } }; },
  doneAt: (value) => (isInstant(value) ? { field: { doneAt: parseInstant(String(value)) ?? 0 } } : { wrong: { zh: '应为带时区的时间', en: 'should be a time with offset' } }),
  into: (value) => (typeof value === 'string' && value.length <= 80 ? { field: { into: value } } : { wrong: { zh: '应为事项的编号', en: 'should be the number of a matter' } }),
  alarm: (value) => (typeof value === 'boolean' ? { field: { alarm: value } } : { wrong: { zh: '应为是或否', en: 'should be yes or no' } }),
  customer: (value) => (typeof value === 'string' && value.length <= 80 ? { field: { customer: value } } : { wrong: { zh: '应为客户', en: 'should be a customer' } }),
  files: (value) => (Array.isArray(value) && value.every((each) => typeof each === 'string') ? { field: { files: value } } : { wrong: { zh: '应为附件列表', en: 'should be a list of attachments' } }),
};

/** Reads everything given with an act. Unknown names, wrong types and missing necessities are all reported at once. */
export function readGiven(given: Readonly<Record<string, unknown>>, context: Context, history = false): Given {
  const fields: Record<string, unknown> = {};
  const facts: Record<string, FactValue> = {};
  const wrong: Issue[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined) continue;
    const fact = factOf(context, name, history);
    if (fact) {
      const problem = wrongValue(fact.type, value);
      if (problem) wrong.push({ path: name, message: problem });
      else facts[name] = asFact(value);
    } else if (takes(context.act, name)) {
      const read = FIELDS[name]?.(value, context) ?? {};
      if (read.wrong) wrong.push({ path: name, message: read.wrong });
      Object.assign(fields, read.field);
    } else wrong.push({ path: name, message: { zh: `「${context.act.title}」没有这一项`, en: `“${context.act.title}” does not take this` } });
  }
  return { fields, facts, wrong: history ? wrong : [...wrong, ...missing(context.act, given), ...unjudged(context, given)] };
}

function factOf({ kind, act }: Context, name: string, history: boolean): Kind['facts'][string] | undefined {
  return history || act.is === 'correct' || act.is === 'record-fact' || act.asks.includes(name) ? own(kind.facts, name) : undefined;
}

function takes(act: Act, name: string): boolean {
  if (name === 'to') return WITH_RECEIVER.includes(act.is) || act.is === 'assign';
  if (name === 'outcome') return act.outcomes.length > 0;
  if (name === 'obligation') return act.is === 'waive' || act.is === 'extend';
  if (name === 'done' || name === 'doneAt') return act.is === 'record-fact';
  if (name === 'into') return act.is === 'merge' && act.daily !== null;
  if (name === 'alarm') return act.id === TAKE_WORK && act.daily !== null;
  if (name === 'customer') return act.is === 'correct';
  return Object.hasOwn(FIELDS, name);
}

/** Whoever judges says as what: the first closed list that the act asks for needs an answer, if the matter has none yet. */
export function mustAnswer(kind: Kind, act: Act): Kind['facts'][string] | null {
  const first = act.is === 'judge' ? kind.facts[act.asks[0] ?? ''] : undefined;
  return first?.type.is === 'one' && !first.askIf ? first : null;
}

function unjudged({ act, kind, matter }: Context, given: Readonly<Record<string, unknown>>): readonly Issue[] {
  const asked = mustAnswer(kind, act);
  if (!asked || (given[asked.id] ?? null) !== null || matter?.facts[asked.id] !== undefined) return [];
  return [{ path: asked.id, message: { zh: `「${act.title}」要写明${asked.title}`, en: `“${act.title}” needs ${asked.title}` } }];
}

function missing(act: Act, given: Readonly<Record<string, unknown>>): readonly Issue[] {
  const has = (name: string): boolean => given[name] !== undefined && given[name] !== null;
  const issues: Issue[] = [];
  const want = (name: string, zh: string, en: string): void => { if (!has(name)) issues.push({ path: name, message: { zh, en } }); };
  if (WITH_RECEIVER.includes(act.is) || (act.daily && act.is === 'assign')) want('to', `「${act.title}」要写明交给谁`, `“${act.title}” needs a receiver`);
  if (act.outcomes.length) want('outcome', `「${act.title}」要写明结果`, `“${act.title}” needs an outcome`);
  if (act.daily && needsReason(act)) want('reason', `「${act.title}」要写明原因`, `“${act.title}” needs a reason`);
  if (act.is === 'waive') want('obligation', '要写明免去哪一项待办', 'which obligation is waived?');
  if (act.is === 'extend' && (act.daily || has('obligation') || has('until'))) {
    want('obligation', '要写明给哪一项延期', 'which obligation is extended?');
    want('until', '要写明延到什么时候', 'until when is it extended?');
  }
  if (act.is === 'merge' && act.daily) want('into', '要写明合并到哪一件', 'which matter is it merged into?');
  if (act.is === 'record-fact') {
    want('done', '要写明实际办了什么', 'which act was in fact done?');
    want('text', '要写明说了什么、办了什么', 'what was said or done?');
  }
  return issues;
}

/** Whoever puts things right, gives them back or takes them off says why; completing a record explains itself. */
export function needsReason(act: Act): boolean {
  return ['pause', 'correct', 'void', 'waive', 'assign', 'return', 'extend'].includes(act.is) && act.id !== COMPLETE_RECORD;
}

function readBearer(value: unknown, { policy, directory, matter }: Context): Bearer | null {
  if (typeof value === 'string') return namedBearer(value, policy, directory, matter);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const { person, unit, position, ...rest } = value as Record<string, unknown>;
  if (Object.keys(rest).length) return null;
  if (typeof person === 'string') return namedBearer(person, policy, directory, null);
  const knownUnit = typeof unit === 'string' && (own(policy.units, unit) || directory.units.includes(unit)) ? unit : undefined;
  if (unit !== undefined && !knownUnit) return null;
  if (typeof position === 'string') return own(policy.positions, position) ? { position, ...(knownUnit ? { unit: knownUnit } : {}) } : null;
  return knownUnit ? { unit: knownUnit } : null;
}

function namedBearer(name: string, policy: Policy, directory: Directory, matter: MatterState | null): Bearer | null {
  const role = matter && own(matter.roles, name);
  if (role) return role;
  if (own(policy.units, name) || directory.units.includes(name)) return { unit: name };
  if (own(policy.positions, name)) return { position: name };
  const person = directory.people.find((each) => each.person === name);
  return person ? { person: name, ...(person.unit ? { unit: person.unit } : {}) } : null;
}

function isPeople(value: unknown, directory: Directory): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => directory.people.some((person) => person.person === each));
}
