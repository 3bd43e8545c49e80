import type { z } from 'zod';
import type { Text } from '#engine/text.ts';
import type { Issue } from './failure.ts';

type ZodIssue = z.core.$ZodIssue;

/**
 * What a schema found wrong, all of it, in sentences for people. Values that were sent never appear in them.
 * @param issues - made with `reportInput: true`, so that “left out” and “of another kind” can be told apart.
 * @param root - leads to what was parsed: `['body']`.
 */
export function issuesOf(issues: readonly ZodIssue[], root: readonly (string | number)[]): Issue[] {
  return issues.flatMap((issue) => {
    const path = [...root, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], message: unknownField }));
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return issuesOf(nearest(issue.errors), path);
    if ((issue.code === 'invalid_key' || issue.code === 'invalid_element') && issue.issues.length > 0) return issuesOf(issue.issues, path);
    return [{ path, message: sentence(issue) }];
  });
}

/** Of several forms that were possible, the one that came closest is the one that was meant. */
function nearest(forms: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] {
  return forms.reduce((best, form) => (form.length > 0 && form.length < best.length ? form : best), forms[0] ?? []);
}

const unknownField: Text = { zh: '没有这个字段，请删除或改正名称。', en: 'There is no such field. Please remove it or correct its name.' };
const wrongValue: Text = { zh: '内容不符合要求，请检查后重新填写。', en: 'This does not fit. Please check it and fill it in again.' };

function sentence(issue: ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return kindSentence(issue.expected, issue.input);
    case 'too_big':
      return sizeSentence('most', issue.origin, issue.maximum, issue.inclusive !== false);
    case 'too_small':
      return sizeSentence('least', issue.origin, issue.minimum, issue.inclusive !== false);
    case 'invalid_format':
      return FORMATS[issue.format] ?? { zh: '格式不对，请检查后重新填写。', en: 'It is not written in the expected form. Please check it.' };
    case 'invalid_value':
      return choiceSentence(issue.values);
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的倍数。`, en: `It must be a multiple of ${issue.divisor}.` };
    case 'custom':
      return ownSentence(issue.params);
    default:
      return wrongValue;
  }
}

/** A schema of ours may bring its own words: `refine(…, { params: { text: { zh, en } } })`. */
function ownSentence(params: Record<string, unknown> | undefined): Text {
  const text = params?.['text'];
  if (typeof text === 'object' && text !== null && 'zh' in text && 'en' in text) return { zh: String(text.zh), en: String(text.en) };
  return wrongValue;
}

function kindSentence(expected: string, input: unknown): Text {
  if (input === undefined) return { zh: '这一项必须填写。', en: 'This must be filled in.' };
  return KINDS[expected] ?? wrongValue;
}

function choiceSentence(values: readonly unknown[]): Text {
  const all = values.map(String).join(', ');
  return { zh: `只能填：${all}。`, en: `It must be one of: ${all}.` };
}

function sizeSentence(bound: 'most' | 'least', origin: string, limit: number | bigint, inclusive: boolean): Text {
  const most = bound === 'most';
  if (origin === 'string') {
    if (!most && limit === 1) return { zh: '这一项必须填写。', en: 'This must be filled in.' };
    return { zh: `${most ? '最多' : '至少'} ${limit} 个字。`, en: `It must have ${most ? 'at most' : 'at least'} ${limit} characters.` };
  }
  if (origin === 'array' || origin === 'set' || origin === 'map' || origin === 'object') {
    return { zh: `${most ? '最多' : '至少'} ${limit} 项。`, en: `It must have ${most ? 'at most' : 'at least'} ${limit} entries.` };
  }
  const zh = most ? (inclusive ? '不能大于' : '必须小于') : inclusive ? '不能小于' : '必须大于';
  const en = most ? (inclusive ? 'at most' : 'less than') : inclusive ? 'at least' : 'more than';
  return { zh: `${zh} ${limit}。`, en: `It must be ${en} ${limit}.` };
}

const whole: Text = { zh: '应为整数。', en: 'It must be a whole number.' };
const KINDS: Readonly<Record<string, Text>> = {
  string: { zh: '应为文字。', en: 'It must be text.' },
  number: { zh: '应为数字。', en: 'It must be a number.' },
  int: whole,
  boolean: { zh: '应为“是”或“否”。', en: 'It must be true or false.' },
  array: { zh: '应为列表。', en: 'It must be a list.' },
  object: { zh: '应为一组字段。', en: 'It must be a group of fields.' },
  record: { zh: '应为一组字段。', en: 'It must be a group of fields.' },
  undefined: { zh: '这里不需要内容，请留空。', en: 'Nothing is expected here. Please leave it out.' },
};

const FORMATS: Readonly<Record<string, Text>> = {
  datetime: { zh: '应为带时区的时间，例如 2026-03-02T09:00:00+08:00。', en: 'It must be a time with its offset, such as 2026-03-02T09:00:00+08:00.' },
  date: { zh: '应为日期，例如 2026-03-02。', en: 'It must be a date, such as 2026-03-02.' },
  email: { zh: '应为电子邮箱地址。', en: 'It must be an e-mail address.' },
  uuid: { zh: '应为系统给出的编号（UUID）。', en: 'It must be an id given by the system (UUID).' },
  url: { zh: '应为网址。', en: 'It must be a web address.' },
};
