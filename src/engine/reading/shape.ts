import { z } from 'zod';
import { nearest } from '../conditions/index.ts';
import type { Text } from '../text.ts';
import type { Path } from './problem.ts';
import { WEIGHTS } from './schema/rules.ts';

export interface ShapeProblem { readonly path: Path; readonly message: Text }

/** Compares a value with its declaration: every unknown key, missing key and wrong value, with the place it stands at. */
export function shapeProblems(declared: z.ZodType, value: unknown): readonly ShapeProblem[] {
  const result = declared.safeParse(value, { reportInput: true });
  const stray = strayScoreKeys(value);
  const found = result.success ? [] : result.error.issues.flatMap((issue) => tell(declared, value, issue, []));
  return [...found.filter(({ path }) => !stray.some((other) => other.path.join('.') === path.join('.'))), ...stray];
}

/**
 * The value as it was probably meant: unknown keys under the name they come nearest to, else without them, so that the rest of a file can be
 * read and told in the same run. @returns null when something else is wrong, or a sentence was cut in two.
 */
export function asMeant(declared: z.ZodType, value: unknown): unknown {
  const result = declared.safeParse(value, { reportInput: true });
  const issues = result.success ? [] : result.error.issues;
  const meant: unknown = JSON.parse(JSON.stringify(value));
  for (const issue of issues) {
    const place = at(meant, issue.path.map(String));
    if (issue.code !== 'unrecognized_keys' || typeof place !== 'object' || place === null) return null;
    const map = place as Record<string, unknown>;
    for (const key of issue.keys) {
      if (isCut(key, map[key])) return null;
      const near = nearest(key, keysAt(declared, issue.path.map(String)));
      if (near !== null && !(near in map)) map[near] = map[key];
      delete map[key];
    }
  }
  return meant;
}

type Issue = z.core.$ZodIssue;

function tell(declared: z.ZodType, whole: unknown, issue: Issue, above: Path): readonly ShapeProblem[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  switch (issue.code) {
    case 'unrecognized_keys': return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, keysAt(declared, path), at(whole, [...path, key])) }));
    case 'invalid_union': return fromUnion(declared, whole, issue, path);
    case 'invalid_value': return [{ path, message: oneOf(at(whole, path), issue.values.map(String)) }];
    case 'invalid_key': return [{ path, message: wrongName(String(path.at(-1))) }];
    case 'invalid_type': return [{ path, message: wrongType(path, at(whole, path), issue.expected) }];
    default: return [{ path, message: unreadable(path, at(whole, path)) }];
  }
}

const BEARERS = ['who', 'tell', 'witness', 'to', 'every'];
/** One of them, or each of them? Only `may` takes a bare list. */
export const AMBIGUOUS: Text = { zh: '名单含义不明：请写成 { all: […] }（每人都要）或 { any: […] }（一人即可）', en: 'a bare list is ambiguous: write { all: […] } or { any: […] }' };

/** Of several allowed forms the one meant is the one that was read furthest. */
function fromUnion(declared: z.ZodType, whole: unknown, issue: Issue & { readonly code: 'invalid_union' }, path: Path): readonly ShapeProblem[] {
  const value = at(whole, path);
  if (Array.isArray(value) && BEARERS.includes(String(path.at(-1)))) return [{ path, message: AMBIGUOUS }];
  if (value === undefined) return [{ path, message: wrongType(path, value, '') }];
  const forms = issue.errors.filter((form) => !form.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type'));
  const meant = [...forms].sort((a, b) => weight(a) - weight(b))[0];
  return meant ? meant.flatMap((inner) => tell(declared, whole, inner, path)) : [{ path, message: unreadable(path, value) }];
}

function weight(form: readonly Issue[]): number {
  return form.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length * 2 : issue.path.length > 0 ? 2 : 3), 0);
}

function unknownKey(key: string, known: readonly string[], value: unknown): Text {
  if (key.includes('：')) return chineseColon(key);
  const near = nearest(key, known);
  const hint = near ? { zh: `，是否应为“${near}”`, en: `; did you mean “${near}”?` } : isCut(key, value)
    ? { zh: '。若它是含逗号的条件的后半段，请给整个条件加引号', en: '; if it is the rest of a condition with a comma, put the whole condition in quotes' }
    : { zh: `，此处可用：${known.join('、')}`, en: `; allowed here: ${known.join(', ')}` };
  return { zh: `不认识的键“${key}”${hint.zh}`, en: `unknown key “${key}”${hint.en}` };
}

/** `{ when: done(a, b) }` is cut in two by YAML without a word: the second half becomes a key of its own. */
function isCut(key: string, value: unknown): boolean {
  return value === null || /[()\s"]/.test(key);
}

function oneOf(value: unknown, known: readonly string[]): Text {
  if (value === undefined) return { zh: `缺少此键，可选：${known.join('、')}`, en: `this key is missing; it may be ${known.join(', ')}` };
  const near = typeof value === 'string' ? nearest(value, known) : null;
  return { zh: `“${String(value)}”不在可选值中：${known.join('、')}${near ? `，是否应为“${near}”` : ''}`, en: `“${String(value)}” is none of ${known.join(', ')}${near ? `; did you mean “${near}”?` : ''}` };
}

const EXPECTED: Readonly<Record<string, Text>> = {
  string: { zh: '文字（数字和是否请加引号）', en: 'text (quote numbers and yes/no)' }, number: { zh: '数字', en: 'a number' }, int: { zh: '整数', en: 'a whole number' }, boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' }, object: { zh: '键值表', en: 'a map of keys' }, record: { zh: '键值表', en: 'a map of keys' },
};

function wrongType(path: Path, value: unknown, expected: string): Text {
  const key = String(path.at(-1) ?? '');
  if (value === undefined) return { zh: `缺少必填的键“${key}”`, en: `the key “${key}” is missing` };
  const wanted = EXPECTED[expected] ?? { zh: '其他写法', en: 'something else' };
  return { zh: `“${key}”应是${wanted.zh}，而不是${value === null ? '空' : brief(value)}`, en: `“${key}” must be ${wanted.en}, not ${value === null ? 'empty' : brief(value)}` };
}

function wrongName(name: string): Text {
  if (name.includes('：')) return chineseColon(name);
  return { zh: `名称“${name}”只能由英文字母、数字、_ 和单个连字符组成，并以字母开头`, en: `the name “${name}” may only have Latin letters, digits, _ and single hyphens, and starts with a letter` };
}

/** A colon of the Chinese keyboard makes key and value one word. */
const chineseColon = (name: string): Text => ({ zh: `“${name}”里的冒号是中文的，请改成英文冒号加空格`, en: `the colon in “${name}” is a Chinese one; write “: ”` });

function unreadable(path: Path, value: unknown): Text {
  const key = String(path.at(-1) ?? '');
  const code = typeof value === 'string' && /\p{Script=Han}/u.test(value);
  return { zh: `读不懂“${key}”的写法：${brief(value)}${code ? '。这里要写代号（英文字母、数字、短横线），名称写在 title 里' : ''}`, en: `cannot read “${key}”: ${brief(value)}${code ? '; a code in Latin letters is wanted here, what people read is its title' : ''}` };
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Keys the declaration allows at a path; of several forms, those of all of them. */
function keysAt(declared: z.ZodType, path: Path): readonly string[] {
  const found = path.reduce<readonly z.ZodType[]>((types, part) => types.flatMap((type) => step(type, String(part))), [declared]);
  return [...new Set(found.flatMap(forms).flatMap((type) => (type instanceof z.ZodObject ? Object.keys(type.shape) : [])))];
}

function step(type: z.ZodType, key: string): readonly z.ZodType[] {
  return forms(type).flatMap((form) => {
    if (form instanceof z.ZodObject) return form.shape[key] ? [form.shape[key] as z.ZodType] : [];
    if (form instanceof z.ZodRecord) return [form.valueType as z.ZodType];
    return form instanceof z.ZodArray ? [form.element as z.ZodType] : [];
  });
}

function forms(type: z.ZodType): readonly z.ZodType[] {
  if (type instanceof z.ZodOptional || type instanceof z.ZodLazy) return forms(type.unwrap() as z.ZodType);
  return type instanceof z.ZodUnion ? type.options.flatMap((option) => forms(option as z.ZodType)) : [type];
}

/** Scores allow `weights_sum_to_<sum>`, whatever the sum: other keys slip through the declaration and are caught here. */
function strayScoreKeys(value: unknown): readonly ShapeProblem[] {
  const scores = at(value, ['scores']);
  if (typeof scores !== 'object' || scores === null) return [];
  const known = ['title', 'clause', 'ours', 'of', 'items', 'bands'];
  return Object.entries(scores).flatMap(([id, score]) => Object.keys(score ?? {}).filter((key) => !known.includes(key) && !WEIGHTS.test(key))
    .map((key) => ({ path: ['scores', id, key], message: unknownKey(key, [...known, 'weights_sum_to_90'], undefined) })));
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, part) => (typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[part] : undefined), value);
}
