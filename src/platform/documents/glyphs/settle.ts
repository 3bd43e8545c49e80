/** What stands where a character cannot be drawn, as printers in China have always done it. */
const GETA = '〓';
const NUMBERS = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];
/** Joiners, variation selectors and marks of direction have no picture; on paper they are nothing. */
const UNSEEN = /[\p{Cf}\p{Surrogate}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/u;
/** Longer runs without a place to break (addresses, hashes, a key somebody leaned on) get places to break. */
const LONGEST_RUN = 24;
const RUN = new RegExp(`[\\u{21}-\\u{24ff}]{${LONGEST_RUN}}(?=[\\u{21}-\\u{24ff}])`, 'gu');
const MAY_BREAK = '\u{200b}';

export interface Settled<T> { readonly value: T; readonly rare: readonly string[] }

/**
 * Makes every text in a value printable: what no font of ours can draw becomes 〓 with a number, control characters go, runs too
 * long for a line may break. Shape and other values stay.
 * @param drawn - the code points our fonts have.
 * @returns the value, and what each 〓 stands for (`〓① U+20BB7`), in the order of first sight; after twenty they share one sign.
 */
export function settle<T>(value: T, drawn: ReadonlySet<number>): Settled<T> {
  const seen = new Map<string, string>();
  const settled = walk(value, (text) => settledText(text, drawn, seen)) as T;
  const named = [...seen].slice(0, NUMBERS.length).map(([character, sign]) => `${sign} U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}`);
  return { value: settled, rare: seen.size > NUMBERS.length ? [...named, `${GETA} …`] : named };
}

function settledText(text: string, drawn: ReadonlySet<number>, seen: Map<string, string>): string {
  let out = '';
  for (const character of text.replace(/\r\n?/g, '\n').replaceAll('\t', '    ')) {
    if (character === '\n' || drawn.has(codeOf(character))) out += character;
    else if (!/\p{Cc}/u.test(character) && !UNSEEN.test(character)) out += signOf(character, seen);
  }
  return out.replace(RUN, `$&${MAY_BREAK}`);
}

function signOf(character: string, seen: Map<string, string>): string {
  const known = seen.get(character);
  if (known !== undefined) return known;
  const sign = `${GETA}${NUMBERS[seen.size] ?? ''}`;
  seen.set(character, sign);
  return sign;
}

function walk(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each: unknown) => walk(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, change)]));
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
