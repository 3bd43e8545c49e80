/** How far a counter is proved to have been, and by which number. */
export interface GivenOut {
  readonly count: number;
  readonly number: string;
}

interface Pattern {
  readonly counter: string;
  readonly suffix: string;
  readonly digits: number;
}

const NUMBERS = 'number ';

/**
 * Reads numbers backwards: which counter gave this one, and as its how-manieth. A counter of numbers is named after what it
 * renders (`number TS-20260302-{0000}`). Written anew here on purpose: a check that asked the code it checks would prove nothing.
 * @param counters - the names of all counters.
 */
export function countsOf(counters: Iterable<string>): (number: string) => { readonly counter: string; readonly count: number } | null {
  const byPrefix = new Map<string, Pattern[]>();
  for (const counter of counters) {
    if (!counter.startsWith(NUMBERS)) continue;
    const text = counter.slice(NUMBERS.length);
    const gap = /\{(0+)\}/.exec(text);
    const prefix = gap ? text.slice(0, gap.index) : `${text}-`;
    const pattern = { counter, suffix: gap ? text.slice(gap.index + gap[0].length) : '', digits: gap?.[1]?.length ?? 0 };
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), pattern]);
  }
  return (number) => {
    for (let at = number.length; at >= 0; at--) {
      for (const pattern of byPrefix.get(number.slice(0, at)) ?? []) {
        const count = countIn(number.slice(at), pattern);
        if (count !== null) return { counter: pattern.counter, count };
      }
    }
    return null;
  };
}

function countIn(rest: string, { suffix, digits }: Pattern): number | null {
  if (!rest.endsWith(suffix)) return null;
  const text = rest.slice(0, rest.length - suffix.length);
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return String(count).padStart(digits, '0') === text ? count : null;
}
