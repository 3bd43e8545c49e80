import type { Language } from '#engine/text.ts';

/** A point in time as the wall clock of a zone shows it. */
export interface Civil { readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number; readonly second: number }

const formats = new Map<string, Intl.DateTimeFormat>();

/** Reads an ISO instant; null for null, empty or unreadable text. */
export function instantOf(text: string | null | undefined): number | null {
  if (!text) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** The wall clock of a zone at an instant (milliseconds since 1970). */
export function civilOf(at: number, zone: string): Civil {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formats.set(zone, format);
  }
  const found: Record<string, number> = {};
  for (const part of format.formatToParts(at)) found[part.type] = Number(part.value);
  return {
    year: found['year'] ?? 0, month: found['month'] ?? 0, day: found['day'] ?? 0,
    hour: found['hour'] ?? 0, minute: found['minute'] ?? 0, second: found['second'] ?? 0,
  };
}

/**
 * The instant at which a zone's wall clock shows `text` (`2026-03-02T09:00` or with seconds).
 * Office machines stand in the wrong zone, so the browser's own is never used. null when the text is no such time.
 */
export function instantOfCivil(text: string, zone: string): number | null {
  const wall = Date.parse(`${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(wall)) return null;
  // Twice: the first guess may lie on the other side of a change of offset.
  const first = wall - shiftAt(wall, zone);
  return wall - shiftAt(first, zone);
}

/** `2026-03-02T09:00:00` as the zone's clock shows it. */
export function civilText(at: number, zone: string): string {
  const c = civilOf(at, zone);
  return `${c.year}-${two(c.month)}-${two(c.day)}T${two(c.hour)}:${two(c.minute)}:${two(c.second)}`;
}

/** An instant as ISO 8601 with the zone's offset, as the contract wants it. */
export function isoText(at: number, zone: string): string {
  const shift = shiftAt(at, zone) / 60_000;
  const sign = shift < 0 ? '-' : '+';
  return `${civilText(at, zone)}${sign}${two(Math.floor(Math.abs(shift) / 60))}:${two(Math.abs(shift) % 60)}`;
}

/**
 * “今天 15:30”, “明天 10:00”, “3月5日 周四 09:12”; the year only if it is not this one.
 * @param end - the instant ends something (a limit): midnight is then 24:00 of the day that ends, not 00:00 of the next
 * @param brief - without the day of the week, for narrow columns
 */
export function momentText(at: number, now: number, zone: string, language: Language, end = false, brief = false): string {
  const closes = end && endsDay(at, zone);
  const then = civilOf(closes ? at - 1 : at, zone);
  const today = civilOf(now, zone);
  const time = closes ? DAY_END : `${two(then.hour)}:${two(then.minute)}`;
  const near = NEAR[language][dayNumber(then) - dayNumber(today)];
  if (near !== undefined) return `${near} ${time}`;
  return `${dayText(then, today.year, language, brief)} ${time}`;
}

/** “3月5日 周四” of an instant, without the time of day. */
export function dayOf(at: number, now: number, zone: string, language: Language): string {
  return dayText(civilOf(at, zone), civilOf(now, zone).year, language);
}

/** “09:12” of an instant; “24:00” of a midnight that ends something. */
export function clockText(at: number, zone: string, end = false): string {
  if (end && endsDay(at, zone)) return DAY_END;
  const c = civilOf(at, zone);
  return `${two(c.hour)}:${two(c.minute)}`;
}

const NEAR: Record<Language, Readonly<Record<number, string>>> = { zh: { [-1]: '昨天', 0: '今天', 1: '明天' }, en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' } };
const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayText(c: Civil, thisYear: number, language: Language, brief = false): string {
  const weekday = brief ? '' : WEEKDAYS[language][(dayNumber(c) + 4) % 7] ?? '';
  if (language === 'zh') return `${c.year === thisYear ? '' : `${c.year}年`}${c.month}月${c.day}日 ${weekday}`.trim();
  return `${weekday} ${c.day} ${MONTHS[c.month - 1] ?? ''}${c.year === thisYear ? '' : ` ${c.year}`}`.trim();
}

const DAY_END = '24:00';

function endsDay(at: number, zone: string): boolean {
  const { hour, minute, second } = civilOf(at, zone);
  return hour === 0 && minute === 0 && second === 0 && at % 1000 === 0;
}

/** Days since 1970-01-01 of a civil date. */
function dayNumber(c: Civil): number {
  return Math.floor(Date.UTC(c.year, c.month - 1, c.day) / 86_400_000);
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function shiftAt(at: number, zone: string): number {
  const c = civilOf(at, zone);
  return Date.UTC(c.year, c.month - 1, c.day, c.hour, c.minute, c.second) - Math.floor(at / 1000) * 1000;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
