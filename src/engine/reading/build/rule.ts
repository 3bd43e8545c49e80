import { actFields, actName, own, sharedFields, type Fields, type Vocabulary } from '../../conditions/index.ts';
import type { Condition } from '../../policy.ts';
import type { Path } from '../problem.ts';
import type { Reader } from '../reader.ts';

/** One rule while it is read: where it stands, what its conditions may name. */
export interface RuleReading {
  readonly reader: Reader;
  readonly vocabulary: Vocabulary;
  readonly path: Path;
  readonly kind: string;
  /** Fields of the act that the rule starts with or watches. */
  readonly it: Fields;
}

/** Begins a rule: its kind and the acts it names must exist, for its conditions are understood by them. */
export function beginRule(reader: Reader, vocabulary: Vocabulary, path: Path, kind: string, key: 'after' | 'act', acts: readonly string[]): RuleReading {
  if (!own(vocabulary.kinds, kind)) reader.report([...path, 'of'], { zh: `没有名为“${kind}”的事项种类`, en: `there is no kind “${kind}”` });
  else for (const act of acts) mustBeAct(reader, vocabulary, [...path, key], kind, act);
  return { reader, vocabulary, path, kind, it: sharedFields(vocabulary, kind, acts) };
}

export function mustBeAct(reader: Reader, vocabulary: Vocabulary, path: Path, kind: string, act: string): Fields | null {
  const fields = actFields(vocabulary, kind, act);
  if (fields || !own(vocabulary.kinds, kind)) return fields;
  const full = actName(kind, act);
  const known = Object.keys(own(vocabulary.kinds, full.kind)?.acts ?? {});
  reader.report(path, { zh: `事项“${full.kind}”没有办理“${full.act}”${known.length ? `，可用的有：${known.join('、')}` : ''}`, en: `the kind “${full.kind}” has no act “${full.act}”${known.length ? `; it has ${known.join(', ')}` : ''}` });
  return null;
}

export function ruleCondition(rule: RuleReading, raw: string | boolean | undefined, path: Path): Condition | null {
  return rule.reader.condition(raw, path, rule.vocabulary, rule.kind, rule.it);
}

/** A row with the keys its rule gives to all rows, and where each key stands. */
export interface MergedRow<Rule> {
  readonly row: Omit<Rule, 'rows'>;
  readonly path: Path;
  readonly placeOf: (key: string) => Path;
}

/** Merges a rule into its rows. A rule without rows is its own only row; the `when` of a rule stays with the rule. */
export function rowsOf<Rule extends { readonly rows?: readonly object[] | undefined }>(rule: Rule, path: Path): readonly MergedRow<Rule>[] {
  const { rows, ...rest } = rule;
  const shared = { ...rest, when: undefined };
  if (!rows) return [{ row: shared, path, placeOf: (key) => [...path, key] }];
  return rows.map((row, index) => {
    const place = [...path, 'rows', index];
    return { row: { ...shared, ...row }, path: place, placeOf: (key) => [...(key in row ? place : path), key] };
  });
}
