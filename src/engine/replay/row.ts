import type { ActFields, Bearer } from '../matter.ts';
import type { FactValue, Policy } from '../policy.ts';
import type { Instant } from '../instant.ts';
import type { Text } from '../text.ts';
import { isEmpty, readFact, readMoment, whyNoMoment, wordsOf, type Cell } from './cells/index.ts';
import type { ColumnPlan, GivenColumn, HistoryRow, PastAct, PastMatter } from './types.ts';

const HOW: Readonly<Record<string, NonNullable<ActFields['how']>>> = {
  phone: 'phone', 电话: 'phone', visit: 'visit', 上门: 'visit', 当面: 'visit', message: 'message', 短信: 'message', 微信: 'message', letter: 'letter', 信函: 'letter',
};

/** Reads one row as a matter with its acts in the order of time. @returns what keeps it from being read: the first thing found. */
export function readRow(policy: Policy, plan: ColumnPlan, row: HistoryRow, zone: string): { readonly matter: PastMatter } | { readonly reason: Text } {
  if (row.broken) return { reason: row.broken };
  const times = readTimes(plan, row, zone);
  if ('reason' in times) return times;
  const acts: PastAct[] = [];
  for (const { act, at } of times.acts) {
    const given = readGiven(policy, plan.kind, plan.given.filter((each) => each.act === act), row, zone);
    if ('reason' in given) return given;
    acts.push({ act, at, ...given });
  }
  const id = plan.id === null ? '' : wordsOf(row.cells[plan.id] ?? null);
  return { matter: { id: id || String(row.row), row: row.row, named: id !== '', acts } };
}

interface Timed { readonly act: string; readonly at: Instant }

function readTimes(plan: ColumnPlan, { cells }: HistoryRow, zone: string): { readonly acts: readonly Timed[] } | { readonly reason: Text } {
  const openedAt = cells[plan.openedAt];
  if (openedAt === undefined || isEmpty(openedAt)) return { reason: { zh: `“${plan.openedAt}”是空的，不知道何时登记`, en: `“${plan.openedAt}” is empty: nobody knows when it was received` } };
  const opened = readMoment(openedAt, zone);
  if (opened === null) return { reason: noTime(plan.openedAt, openedAt, zone) };
  const later: Timed[] = [];
  for (const { act, column } of plan.acts) {
    const cell = cells[column];
    if (cell === undefined || isEmpty(cell)) continue;
    const at = readMoment(cell, zone);
    if (at === null) return { reason: noTime(column, cell, zone) };
    if (at < opened) return { reason: before(column, cell, plan.openedAt, openedAt) };
    later.push({ act, at });
  }
  return { acts: [{ act: plan.opening, at: opened }, ...later.toSorted((a, b) => a.at - b.at)] };
}

type Given = { readonly fields: ActFields; readonly facts: Readonly<Record<string, FactValue>> };

function readGiven(policy: Policy, kind: string, columns: readonly GivenColumn[], { cells }: HistoryRow, zone: string): Given | { readonly reason: Text } {
  const facts: Record<string, FactValue> = {};
  let fields: ActFields = {};
  for (const { act, name, column, fact } of columns) {
    const cell = cells[column];
    if (cell === undefined || isEmpty(cell)) continue;
    const read = fact ? readFact(fact, cell, zone) : readField(policy, kind, act, name, cell, zone);
    if ('wrong' in read) return { reason: { zh: `“${column}”：${read.wrong.zh}`, en: `“${column}”: ${read.wrong.en}` } };
    if ('value' in read) facts[name] = read.value;
    else fields = { ...fields, ...read.field };
  }
  return { fields, facts };
}

function readField(policy: Policy, kind: string, act: string, name: string, cell: Cell, zone: string): { readonly field: ActFields } | { readonly wrong: Text } {
  const words = wordsOf(cell);
  switch (name) {
    case 'to': return { field: { to: bearer(policy, words) } };
    case 'outcome': return outcome(policy.kinds[kind]?.acts[act]?.outcomes ?? [], words);
    case 'how': { const how = HOW[words.toLowerCase()]; return how ? { field: { how } } : { wrong: oneOf(words, Object.keys(HOW)) }; }
    case 'until': { const until = readMoment(cell, zone); return until === null ? { wrong: whyNoMoment(cell, zone) } : { field: { until } }; }
    case 'reason': return { field: { reason: words } };
    default: return { field: { text: words } };
  }
}

/** A unit or position by id or title; whoever else it is, is a person of that name. */
function bearer(policy: Policy, words: string): Bearer {
  const named = <T extends { readonly id: string; readonly title: string }>(all: Readonly<Record<string, T>>): T | undefined =>
    Object.values(all).find((each) => each.id === words || each.title.normalize('NFKC') === words);
  const unit = named(policy.units);
  if (unit) return { unit: unit.id };
  const position = named(policy.positions);
  return position ? { position: position.id, ...(position.unit ? { unit: position.unit } : {}) } : { person: words };
}

function outcome(known: readonly string[], words: string): { readonly field: ActFields } | { readonly wrong: Text } {
  const found = known.find((each) => each === words.toLowerCase() || OUTCOME_TITLES[each] === words);
  return found === undefined ? { wrong: oneOf(words, known.map((each) => OUTCOME_TITLES[each] ?? each)) } : { field: { outcome: found } };
}

/** Outcomes have no titles in a policy; these are what sheets call the usual ones. */
const OUTCOME_TITLES: Readonly<Record<string, string>> = { satisfied: '满意', unsatisfied: '不满意', unreachable: '未联系上', effective: '有效', ineffective: '无效' };

function oneOf(words: string, known: readonly string[]): Text {
  return { zh: `“${words}”应为其中之一：${known.join('、')}`, en: `“${words}” should be one of: ${known.join(', ')}` };
}

function noTime(column: string, cell: Cell, zone: string): Text {
  const wrong = whyNoMoment(cell, zone);
  return { zh: `“${column}”：${wrong.zh}`, en: `“${column}”: ${wrong.en}` };
}

function before(column: string, cell: Cell, openedAt: string, opened: Cell): Text {
  return {
    zh: `“${column}”（${wordsOf(cell)}）早于“${openedAt}”（${wordsOf(opened)}）`,
    en: `“${column}” (${wordsOf(cell)}) lies before “${openedAt}” (${wordsOf(opened)})`,
  };
}
