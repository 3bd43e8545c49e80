import { own } from '../../conditions/index.ts';
import { parseInstant } from '../../instant.ts';
import type { FactType, FactValue } from '../../policy.ts';
import type { Text } from '../../text.ts';

/** No company's case lies before 1990 or after 2100; such a date is a slip of the keyboard. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Checks one given fact against its type. @returns the sentence saying what it should be, or null when it is right. */
export function wrongValue(type: FactType, value: unknown): Text | null {
  switch (type.is) {
    case 'text': case 'file': case 'person': case 'part': return typeof value === 'string' ? null : { zh: '应为文字', en: 'should be text' };
    case 'tick': case 'yes-no': return typeof value === 'boolean' ? null : { zh: '应为 true 或 false', en: 'should be true or false' };
    case 'whole': return Number.isSafeInteger(value) ? null : { zh: '应为整数', en: 'should be a whole number' };
    case 'number': return typeof value === 'number' && Number.isFinite(value) ? null : { zh: '应为数字', en: 'should be a number' };
    case 'money': return isMoney(value) ? null : { zh: '应为金额：不小于 0，最多两位小数', en: 'should be an amount of money: 0 or more, at most two decimals' };
    case 'instant': return isInstant(value) ? null : { zh: '应为带时区的时间，如 2026-03-02T09:00:00+08:00', en: 'should be a time with offset, such as 2026-03-02T09:00:00+08:00' };
    case 'date': return isDate(value) ? null : { zh: '应为日期，如 2026-03-02', en: 'should be a date such as 2026-03-02' };
    case 'one': return type.values.some((each) => each.id === value) ? null : oneOf(type.values);
    case 'many': case 'people': return isListOf(value, type) ? null : type.is === 'many' ? oneOf(type.values) : { zh: '应为人员列表', en: 'should be a list of people' };
    case 'items': return isTicks(value, type.items.map((each) => each.id)) ? null : oneOf(type.items);
    case 'lines': return wrongLines(type.columns, value);
  }
}

/** Narrows a value that `wrongValue` has passed. */
export function asFact(value: unknown): FactValue {
  return value as FactValue;
}

/** Cents are whole, and no company pays a trillion. */
function isMoney(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < 1e12 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
}

export function isInstant(value: unknown): boolean {
  const at = typeof value === 'string' ? parseInstant(value) : null;
  return at !== null && at >= EARLIEST && at < LATEST;
}

function isDate(value: unknown): boolean {
  const parts = typeof value === 'string' ? CIVIL_DATE.exec(value) : null;
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day && at.getTime() >= EARLIEST && at.getTime() < LATEST;
}

function isListOf(value: unknown, type: Extract<FactType, { is: 'many' } | { is: 'text' | 'tick' | 'yes-no' | 'whole' | 'number' | 'money' | 'instant' | 'date' | 'file' | 'person' | 'people' | 'part' }>): boolean {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string')) return false;
  return type.is !== 'many' || value.every((each) => type.values.some((known) => known.id === each));
}

function isTicks(value: unknown, ids: readonly string[]): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, ticked]) => ids.includes(key) && typeof ticked === 'boolean');
}

function wrongLines(columns: Readonly<Record<string, FactType>>, value: unknown): Text | null {
  if (!Array.isArray(value)) return { zh: '应为明细行', en: 'should be a list of lines' };
  for (const [index, line] of value.entries()) {
    if (line === null || typeof line !== 'object') return { zh: `第 ${index + 1} 行应为明细`, en: `line ${index + 1} should be an object` };
    for (const [key, cell] of Object.entries(line)) {
      const type = own(columns, key);
      const wrong = type ? wrongValue(type, cell) : { zh: '没有这一栏', en: 'no such column' };
      if (wrong) return { zh: `第 ${index + 1} 行“${key}”${wrong.zh}`, en: `line ${index + 1}, “${key}”: ${wrong.en}` };
    }
  }
  return null;
}

function oneOf(values: readonly { readonly id: string; readonly title: string }[]): Text {
  return { zh: `应为其中之一：${values.map((each) => `${each.id}(${each.title})`).join('、')}`, en: `should be one of: ${values.map((each) => each.id).join(', ')}` };
}
