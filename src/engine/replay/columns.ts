import { nearest, own } from '../conditions/index.ts';
import { withDailyActs } from '../decide/index.ts';
import type { Act, Kind, Policy } from '../policy.ts';
import type { Text } from '../text.ts';
import { actNamed, pastOf, titled } from './act-names.ts';
import type { ActColumn, ColumnPlan, GivenColumn, NamedColumn } from './types.ts';

/** What every history may carry; a kind that has no such fact passes over it. */
const ALWAYS: readonly string[] = ['subject', 'content', 'customer', 'phone', 'channel'];
const FIELDS: readonly string[] = ['to', 'outcome', 'how', 'reason', 'until', 'text'];

/**
 * Reads `id=留言编号,received=留言时间`. A part without `=` belongs to the column's name before it, so that names may hold commas.
 * @returns null when the first part has no `=` or a side is empty.
 */
export function parseColumns(text: string): readonly NamedColumn[] | null {
  const columns: NamedColumn[] = [];
  for (const part of text.split(',')) {
    const cut = part.indexOf('=');
    const last = columns.at(-1);
    if (cut > 0) columns.push({ name: part.slice(0, cut).trim(), column: part.slice(cut + 1).trim() });
    else if (cut < 0 && last) columns[columns.length - 1] = { name: last.name, column: `${last.column},${part}` };
    else return null;
  }
  return columns.every((each) => each.name !== '' && each.column !== '') ? columns : null;
}

/**
 * Works out what every column means. Without `kind` it is the first kind of the policy that people open and that has every act named,
 * else the first that people open.
 * @returns the plan, or the sentence saying which name is not understood and which there are.
 */
export function planColumns(policy: Policy, columns: readonly NamedColumn[], kind: string | null): { readonly plan: ColumnPlan } | { readonly problem: Text } {
  const kinds = Object.values(withDailyActs(policy).kinds);
  const chosen = kind === null ? chooseKind(kinds, columns) : kinds.find((each) => each.id === kind);
  const known = kinds.filter(opens).map((each) => each.id);
  if (!chosen || !opens(chosen)) return { problem: noKind(kind, known) };
  const opening = chosen.acts['receive'] ? 'receive' : 'open';
  const read: Reading = { kind: chosen, opening, id: null, acts: [], given: [] };
  for (const column of columns) {
    const problem = place(read, column);
    if (problem) return { problem };
  }
  const openedAt = read.acts.find((each) => each.act === opening)?.column;
  if (openedAt === undefined) return { problem: noOpening(opening) };
  return { plan: { kind: chosen.id, id: read.id, opening, openedAt, acts: read.acts.filter((each) => each.act !== opening), given: read.given } };
}

/** Names under which columns of a file are understood without being told: those that are ids, acts or facts already. */
export function columnsByName(policy: Policy, headers: readonly string[], kind: string | null): readonly NamedColumn[] {
  const kinds = Object.values(withDailyActs(policy).kinds).filter((each) => opens(each) && (kind === null || each.id === kind));
  const columns = headers.map((header) => ({ name: header.trim(), column: header }));
  const means = (each: Kind, name: string): boolean => name === 'id' || Boolean(own(each.facts, name)) || actNamed(each, name) !== null;
  const chosen = chooseKind(kinds, columns.filter((column) => kinds.some((each) => means(each, column.name))));
  return chosen ? columns.filter((column) => means(chosen, column.name)) : [];
}

interface Reading { readonly kind: Kind; readonly opening: 'receive' | 'open'; id: string | null; readonly acts: ActColumn[]; readonly given: GivenColumn[] }

function opens(kind: Kind): boolean {
  return Boolean(kind.acts['receive'] ?? kind.acts['open']);
}

function chooseKind(kinds: readonly Kind[], columns: readonly NamedColumn[]): Kind | undefined {
  const received = kinds.filter((each) => each.acts['receive']);
  const understood = (kind: Kind): boolean => columns.every(({ name }) => place({ kind, opening: 'receive', id: null, acts: [], given: [] }, { name, column: '' }) === null);
  return received.find(understood) ?? received[0];
}

/** Puts one column in its place. An act's own id comes first, then a fact, then an act in the past tense, then titles. */
function place(read: Reading, { name, column }: NamedColumn): Text | null {
  const { kind, opening, acts, given } = read;
  const dot = name.indexOf('.');
  if (dot > 0) return placeGiven(read, name.slice(0, dot), name.slice(dot + 1), column);
  const known = own(kind.facts, name);
  const act = own(kind.acts, name) ? name : known ? null : actMeant(kind, name);
  const fact = known ?? (act === null && name !== 'id' ? titled(kind.facts, name) : null);
  if (name === 'id' || (name === '编号' && act === null && !fact)) read.id = column;
  else if (act !== null) acts.push({ act, column });
  else if (fact?.type.is === 'lines') return noLines(name);
  else if (fact) given.push({ act: opening, name: fact.id, column, fact: fact.type });
  else if (!ALWAYS.includes(name)) return notUnderstood(kind, name);
  return null;
}

/** An act by its names, else by its title; a title that a fact has as well is nobody's. */
function actMeant(kind: Kind, name: string): string | null {
  return actNamed(kind, name) ?? (titled(kind.facts, name) ? null : titled(kind.acts, name)?.id ?? null);
}

/** `forwarded.to`, `revisited.outcome`, `judged.validity`: what was given with an act. */
function placeGiven({ kind, given }: Reading, actName: string, name: string, column: string): Text | null {
  const act = own(kind.acts, actMeant(kind, actName) ?? '');
  const fact = own(kind.facts, name) ?? (FIELDS.includes(name) ? null : titled(kind.facts, name));
  if (!act || !(FIELDS.includes(name) || fact)) return notUnderstood(kind, `${actName}.${name}`);
  if (name === 'outcome' && act.outcomes.length === 0) return noOutcome(act);
  if (fact?.type.is === 'lines') return noLines(name);
  given.push({ act: act.id, name: fact?.id ?? name, column, fact: FIELDS.includes(name) ? null : fact?.type ?? null });
  return null;
}

/** Names with their titles, so that they can be chosen by somebody who knows the trade and not the file. */
export function withTitles(all: readonly { readonly id: string; readonly title: string }[], between: string): string {
  return all.map(({ id, title }) => (id === title ? id : between === '、' ? `${id}（${title}）` : `${id} (${title})`)).join(between);
}

function notUnderstood(kind: Kind, name: string): Text {
  const known = Object.values(kind.acts).filter((act) => !act.daily);
  const acts = known.map((act) => act.id);
  const facts = Object.keys(kind.facts);
  // Of two letters each, any two Chinese words are near each other.
  const found = /\p{Script=Han}/u.test(name) ? null : nearest(name, [...acts.flatMap((id) => [id, pastOf(id)]), ...facts, 'id']);
  const act = found === null || facts.includes(found) ? undefined : acts.find((id) => id === found || pastOf(id) === found);
  const near = act === undefined ? [found].filter((each) => each !== null) : [pastOf(act), act];
  return {
    zh: `--columns 里的“${name}”既不是「${kind.title}」的办理，也不是它的事实${near.length > 0 ? `，是否应为${near.map((each) => `“${each}”`).join('或')}` : ''}。代号和名称都可以写，办理也可写成过去式（${pastOf(acts[0] ?? 'receive')}）。办理：${withTitles(known, '、')}；事实：${withTitles(Object.values(kind.facts), '、')}；另有 id（编号）`,
    en: `“${name}” in --columns is neither an act nor a fact of “${kind.id}”${near.length > 0 ? `; did you mean ${near.map((each) => `“${each}”`).join(' or ')}?` : ''}. Ids and titles both do, acts also in the past tense (${pastOf(acts[0] ?? 'receive')}). Acts: ${withTitles(known, ', ')}; facts: ${withTitles(Object.values(kind.facts), ', ')}; and id`,
  };
}

function noKind(kind: string | null, known: readonly string[]): Text {
  if (kind === null) return { zh: '这份制度没有由人登记的事项种类，请用 --kind 指定：' + known.join('、'), en: `no kind of this policy is received by people; name one with --kind: ${known.join(', ')}` };
  return { zh: `制度里没有可以登记的种类“${kind}”，可选：${known.join('、')}`, en: `the policy has no kind “${kind}” that can be opened; there are: ${known.join(', ')}` };
}

function noOpening(opening: 'receive' | 'open'): Text {
  const past = opening === 'receive' ? 'received' : 'opened';
  return { zh: `--columns 里没有说明哪一列是登记时间，请加上 ${past}=列名`, en: `--columns does not say which column tells when it was received; add ${past}=<column>` };
}

function noOutcome(act: Act): Text {
  return { zh: `「${act.title}」没有结果可填，请去掉 ${act.id}.outcome`, en: `“${act.id}” has no outcomes; remove ${act.id}.outcome` };
}

function noLines(name: string): Text {
  return { zh: `事实“${name}”是明细，不能从一列读出，请从 --columns 里去掉`, en: `the fact “${name}” is a list of lines, which one column cannot tell; remove it from --columns` };
}
