import { formatInstant, type Instant } from '#engine';

/** A matter's number before it is counted: which counter it takes, and how the count is written. */
export interface Numbering { readonly counter: string; render(count: number): string }

/**
 * Reads a number pattern such as `TS-{yyyymmdd}-{0000}`: date parts of the day of receipt, and a running number that
 * starts anew when they change. A kind without a pattern counts on for ever under its own name.
 */
export function numbering(pattern: string | null, kind: string, at: Instant, zone: string): Numbering {
  const day = formatInstant(at, zone).slice(0, 10);
  const dated = (pattern ?? `${kind}-{000000}`)
    .replaceAll('{yyyymmdd}', day.replaceAll('-', ''))
    .replaceAll('{yyyymm}', day.slice(0, 7).replace('-', ''))
    .replaceAll('{yyyy}', day.slice(0, 4));
  const digits = /\{(0+)\}/.exec(dated)?.[1]?.length ?? 0;
  return {
    counter: `number ${dated}`,
    render: (count) => (digits === 0 ? `${dated}-${count}` : dated.replace(/\{0+\}/, String(count).padStart(digits, '0'))),
  };
}
