import { formatInstant } from '../../instant.ts';
import { wrongValue } from '../../decide/index.ts';
import type { FactType, FactValue, Value } from '../../policy.ts';
import type { Text } from '../../text.ts';
import { wordsOf, type Cell } from './cell.ts';
import { readDay, readMoment } from './moments.ts';
import { whyNoMoment } from './no-moment.ts';

const YES: readonly string[] = ['是', '对', '有', '已', 'true', '1', 'y', 'yes', '√', '✓', '✔'];
const NO: readonly string[] = ['否', '不', '不是', '无', '没有', '未', 'false', '0', 'n', 'no', '×', 'x', '✗'];
const SEPARATORS = /\s*[,;、|]\s*/;

export type ReadFact = { readonly value: FactValue } | { readonly wrong: Text };

/**
 * Reads a cell as a fact: 是/否, true/false, 1/0 for ticks; id or title of a value; numbers with thousands, ¥ or 元; times on the clocks of
 * `zone`. Lists are separated by 、 , ; or |.
 */
export function readFact(type: FactType, cell: Cell, zone: string): ReadFact {
  // Long texts are most of a history: they are taken as they are.
  if (type.is === 'text' && typeof cell === 'string') return { value: cell.trim() };
  const words = wordsOf(cell);
  const value = valueOf(type, cell, words, zone);
  const wrong = value === undefined ? null : wrongValue(type, value);
  if (value === undefined && (type.is === 'instant' || type.is === 'date')) return { wrong: whyNoMoment(cell, zone) };
  if (value === undefined || wrong) return { wrong: { zh: `“${brief(words)}”${wrong?.zh ?? expected(type).zh}`, en: `“${brief(words)}” ${wrong?.en ?? expected(type).en}` } };
  return { value };
}

function valueOf(type: FactType, cell: Cell, words: string, zone: string): FactValue | undefined {
  switch (type.is) {
    case 'text': case 'file': case 'person': case 'part': return words;
    case 'tick': case 'yes-no': return tick(words);
    case 'whole': case 'number': case 'money': return number(words);
    case 'instant': { const at = readMoment(cell, zone); return at === null ? undefined : formatInstant(at, zone); }
    case 'date': return readDay(cell, zone) ?? undefined;
    case 'one': return idOf(type.values, words);
    case 'many': return every(words.split(SEPARATORS).map((one) => idOf(type.values, one)));
    case 'people': return words.split(SEPARATORS);
    case 'items': { const ids = every(words.split(SEPARATORS).map((one) => idOf(type.items, one))); return ids && Object.fromEntries(ids.map((id) => [id, true])); }
    case 'lines': return undefined;
  }
}

function tick(words: string): boolean | undefined {
  const said = words.toLowerCase();
  return YES.includes(said) ? true : NO.includes(said) ? false : undefined;
}

function number(words: string): number | undefined {
  const plain = words.replace(/^[¥$]|元$|CNY$|,(?=\d{3})|\s/g, '');
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

function idOf(values: readonly Value[], words: string): string | undefined {
  const said = words.toLowerCase();
  return values.find((each) => each.id.toLowerCase() === said || each.title.normalize('NFKC').toLowerCase() === said)?.id;
}

function every(ids: readonly (string | undefined)[]): readonly string[] | undefined {
  const known = ids.filter((id) => id !== undefined);
  return known.length === ids.length ? known : undefined;
}

function expected(type: FactType): Text {
  switch (type.is) {
    case 'tick': case 'yes-no': return { zh: '应为 是 或 否', en: 'should be yes or no' };
    case 'one': case 'many': return oneOf(type.values);
    case 'items': return oneOf(type.items);
    case 'lines': return { zh: '是明细，不能从一列读出', en: 'is a list of lines, which one column cannot tell' };
    default: return { zh: '应为数字', en: 'should be a number' };
  }
}

function oneOf(values: readonly Value[]): Text {
  return { zh: `应为其中之一：${values.map((each) => each.title).join('、')}`, en: `should be one of: ${values.map((each) => each.id).join(', ')}` };
}

function brief(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}
