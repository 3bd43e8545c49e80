import type { Issue } from './failure.ts';

/** Deeper than any form of ours; deeper input only wants to exhaust whoever walks it. */
const DEEPEST = 24;
const MOST_VALUES = 50_000;

// Tab, line feed and carriage return are what people type; every other control character is damage or an attack.
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

const controlCharacter = { zh: '含有看不见的控制字符，请删除后重新提交。', en: 'It contains an invisible control character. Please remove it.' };
const halfCharacter = { zh: '含有残缺的字符，请重新输入。', en: 'It contains a broken character. Please type it again.' };
const reservedName = { zh: '不能使用这个字段名。', en: 'This field name cannot be used.' };

/** Whether the value is nested deeper, or holds more values, than any request needs. Walks without recursion. */
export function tooDeep(value: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let seen = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (++seen > MOST_VALUES || next.depth > DEEPEST) return true;
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const child of Object.values(next.value)) waiting.push({ value: child, depth: next.depth + 1 });
  }
  return false;
}

/** Turn the line round without being seen; telephones put them around a number that is copied. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
/** What is taken out of a field by its name: nothing of it can be meant, and a caller's number must never cost his report. */
const TAKEN_OUT: Readonly<Record<string, RegExp>> = { phone: /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, name: TURNING, address: TURNING, where: TURNING };

/** The same value, its names, places and telephone numbers without signs that turn the line round, numbers without any control character. The value must not be `tooDeep`. */
export function mended(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mended);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, typeof entry === 'string' ? without(entry, name) : mended(entry)]));
}

function without(text: string, name: string): string {
  const signs = Object.hasOwn(TAKEN_OUT, name) ? TAKEN_OUT[name] : undefined;
  return signs ? text.replace(signs, '') : text;
}

/** Every text in the value (names of fields, too) that no person can have meant. The value must not be `tooDeep`. */
export function brokenText(value: unknown, path: readonly (string | number)[] = []): Issue[] {
  if (typeof value === 'string') {
    if (CONTROL.test(value)) return [{ path, message: controlCharacter }];
    return LONE_SURROGATE.test(value) ? [{ path, message: halfCharacter }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((entry: unknown, at) => brokenText(entry, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => {
    if (name === '__proto__') return [{ path, message: reservedName }];
    if (CONTROL.test(name) || LONE_SURROGATE.test(name)) return [{ path, message: controlCharacter }];
    return brokenText(entry, [...path, name]);
  });
}
