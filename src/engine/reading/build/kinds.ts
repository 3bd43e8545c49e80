import { actFields, type Vocabulary } from '../../conditions/index.ts';
import { BASE_ACTS, type Act, type BaseAct, type Danger, type Fact, type Kind, type Value } from '../../policy.ts';
import { BASE_ACT_TITLES } from '../base-titles.ts';
import type { Path } from '../problem.ts';
import { listOf, type Reader } from '../reader.ts';
import type { RawAct, RawFact, RawKind, RawValue } from '../schema/kinds.ts';
import { each } from './frame.ts';
import { factType } from './fact-types.ts';

/** The names of a policy, before any condition is read: conditions are understood with their help. */
export function vocabularyOfRaw(reader: Reader): Vocabulary {
  const { raw } = reader;
  const granted = Object.values(raw.reactions ?? {}).flatMap((reaction) => [reaction, ...(reaction.rows ?? [])]).flatMap((row) => row.then ?? [])
    .flatMap((effect) => ('grant' in effect ? Object.keys(effect.grant) : []));
  const kinds = each(raw.kinds, (_, kind) => ({
    parent: kind.parent ?? null, about: kind.about ?? null, roles: kind.roles ?? {},
    facts: each(kind.facts, (__, fact) => ({ type: factType(fact, plainValue) })),
    acts: each(kind.acts, (id, act) => ({ is: baseOf(id, act), asks: listOf(act.asks), outcomes: listOf(act.outcomes) })),
  }));
  return { kinds, units: raw.units ?? {}, positions: raw.positions ?? {}, calendars: raw.calendars ?? {}, duties: raw.duties ?? {}, scores: raw.scores ?? {}, qualifications: new Set(granted) };
}

export function buildKinds(reader: Reader, vocabulary: Vocabulary): Record<string, Kind> {
  return each(reader.raw.kinds, (id, raw) => buildKind(reader, vocabulary, id, raw));
}

function buildKind(reader: Reader, vocabulary: Vocabulary, id: string, raw: RawKind): Kind {
  const path = ['kinds', id];
  return {
    id, title: raw.title, number: raw.number ?? null, about: raw.about ?? null, parent: raw.parent ?? null, every: raw.every ?? null,
    see: raw.see === undefined ? null : reader.people(raw.see, [...path, 'see']),
    roles: each(raw.roles, (role, it) => ({ id: role, title: it.title, setBy: it.set_by, from: roleField(reader, vocabulary, id, role, it), source: reader.source(it, [...path, 'roles', role]) })),
    facts: each(raw.facts, (fact, it) => buildFact(reader, vocabulary, id, fact, it)),
    stages: raw.stages, stageTitles: raw.stage_titles ?? {},
    acts: each(raw.acts, (act, it) => buildAct(reader, id, act, it)),
    source: reader.source(raw, path),
  };
}

function roleField(reader: Reader, vocabulary: Vocabulary, kind: string, role: string, raw: { readonly set_by: string; readonly is: string }): string {
  const field = raw.is.slice('it.'.length);
  const fields = actFields(vocabulary, kind, raw.set_by);
  if (!fields) reader.report(['kinds', kind, 'roles', role, 'set_by'], { zh: `事项“${kind}”没有办理“${raw.set_by}”`, en: `the kind “${kind}” has no act “${raw.set_by}”` });
  else if (!Object.hasOwn(fields, field)) reader.report(['kinds', kind, 'roles', role, 'is'], { zh: `办理“${raw.set_by}”没有“${field}”`, en: `the act “${raw.set_by}” has no “${field}”` });
  return field;
}

function buildFact(reader: Reader, vocabulary: Vocabulary, kind: string, id: string, raw: RawFact): Fact {
  const path: Path = ['kinds', kind, 'facts', id];
  const type = factType(raw, (value, it, inside) => ({
    ...plainValue(value, it), when: reader.condition(it.when, [...path, ...inside, value, 'when'], vocabulary, kind, null), source: reader.source(it, [...path, ...inside, value]),
  }));
  for (const [inside, it] of [[[], raw], ...Object.entries(raw.values ?? {}).map(([value, one]) => [['values', value], one] as const)] as const) {
    if (it.words !== undefined && it.danger !== true) reader.report([...path, ...inside, 'words'], { zh: '“words”是提示险情的字眼，须与 danger: true 同用', en: '“words” are what proposes a danger: they go with danger: true' });
    if (it.say !== undefined && it.danger !== true) reader.report([...path, ...inside, 'say'], { zh: '“say”是险情的话术，须与 danger: true 同用', en: '“say” is what to tell somebody in danger: it goes with danger: true' });
  }
  if (!type) reader.report(path, { zh: `事实“${id}”须恰好写明 type、values、items、lines 之一（many 只与 values 同用）`, en: `the fact “${id}” must have exactly one of type, values, items, lines (many goes with values)` });
  return {
    id, title: raw.title, type: type ?? { is: 'text' }, askIf: reader.condition(raw.ask_if, [...path, 'ask_if'], vocabulary, kind, null),
    assume: raw.assume, unit: raw.unit ?? null, danger: dangerOf(raw), source: reader.source(raw, path),
  };
}

/** A sentence in one language stands for both: a policy is written in its company's. */
function dangerOf({ danger, say, words }: Pick<RawFact, 'danger' | 'say' | 'words'>): Danger | null {
  if (danger !== true) return null;
  return { say: say === undefined ? null : typeof say === 'string' ? { zh: say, en: say } : say, words: listOf(words) };
}

function buildAct(reader: Reader, kind: string, id: string, raw: RawAct): Act {
  const path = ['kinds', kind, 'acts', id];
  const base = baseOf(id, raw);
  return {
    id, is: base, title: raw.title ?? (base === id ? BASE_ACT_TITLES[base].zh : id), from: raw.from === undefined ? null : listOf(raw.from), to: raw.to ?? null,
    may: reader.people(raw.may, [...path, 'may']), asks: listOf(raw.asks), outcomes: listOf(raw.outcomes), daily: null, source: reader.source(raw, path),
  };
}

/** An act of ours is known by its name, the policy's own by `is`; else it is a plain record. */
function baseOf(id: string, raw: RawAct): BaseAct {
  return raw.is ?? BASE_ACTS.find((base) => base === id) ?? 'record';
}

function plainValue(id: string, raw: RawValue): Value {
  return { id, title: raw.title, when: null, danger: dangerOf(raw), source: { clause: [], ours: null, line: 0 } };
}
