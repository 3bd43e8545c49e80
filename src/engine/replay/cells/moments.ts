import { civilDayFrom, civilDayOf, dateOf, instantOfWall } from '../../calendar/index.ts';
import { DAY, HOUR, MINUTE, parseInstant, type Instant } from '../../instant.ts';
import { wordsOf, type Cell } from './cell.ts';

/** No company's case lies before 1990 or after 2100; such a time is a slip of the keyboard. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
/** Day 0 of a spreadsheet's serial numbers is 1899-12-30. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

export const DATE = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?/;
export const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
const TIME = /^(\d{1,2})[:时点](?:(\d{1,2})分?)?(?::?(\d{1,2})秒?(?:\.(\d{1,3})\d*)?)?$/;
const WITH_OFFSET = /\d[T ]\d{1,2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/i;
const WEEKDAY = /\(?(?:星期|周)[一二三四五六日天]\)?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?/gi;
const FORENOON = /上午|凌晨|早上|\bam\b|a\.m\./i;
const AFTERNOON = /下午|中午|晚上|\bpm\b|p\.m\./i;

/**
 * Reads a point in time as people and spreadsheets write it: `2019/4/25 9:32:09`, `2019年4月25日 下午3点`, `20190425093209`, a serial
 * number, seconds or milliseconds since 1970, ISO 8601 with offset. A time without offset is read on the clocks of `zone`, a date as its 00:00.
 * @returns null when it is no time, or none between 1990 and 2100.
 */
export function readMoment(cell: Cell, zone: string): Instant | null {
  const at = anyMoment(cell, zone);
  return at !== null && at >= EARLIEST && at < LATEST ? at : null;
}

/** The same in any century. */
export function anyMoment(cell: Cell, zone: string): Instant | null {
  if (typeof cell === 'boolean') return null;
  const words = wordsOf(cell);
  const number = typeof cell === 'number' ? cell : /^\d+(\.\d+)?$/.test(words) ? Number(words) : null;
  const sinceEpoch = number === null ? null : epochNumber(number);
  const wall = typeof cell === 'object' && cell !== null ? wholeSeconds(cell.wall) : number === null ? readWall(words) : wallNumber(number, words);
  return sinceEpoch ?? (WITH_OFFSET.test(words) ? parseInstant(words) : wall === null ? null : instantOfWall(wall, zone));
}

/** Whether the words are a day and no time of day (`2019-04-25`). */
export function isDayOnly(words: string): boolean {
  return DATE.exec(words)?.[0].length === words.length || /^\d{8}$/.test(words);
}

/** Reads a civil day; a time counts as the day it lies on in `zone`. @returns `YYYY-MM-DD`, or null. */
export function readDay(cell: Cell, zone: string): string | null {
  const at = readMoment(cell, zone);
  return at === null ? null : dateOf(civilDayOf(at, zone));
}

/** Seconds or milliseconds since 1970; what is smaller is a serial number or a compact date. */
function epochNumber(number: number): Instant | null {
  if (number >= 6e11 && number < 4.2e12) return number;
  return number >= 6e8 && number < 4.2e9 ? number * 1000 : null;
}

function wallNumber(number: number, words: string): number | null {
  if (COMPACT.test(words)) return readCompact(words);
  return number >= 20_000 && number < 80_000 ? wholeSeconds(SERIAL_EPOCH + number * DAY) : null;
}

/** Spreadsheets keep times as parts of a day: a whole second comes back a little beside itself. */
function wholeSeconds(wall: number): number {
  const nearest = Math.round(wall / 1000) * 1000;
  return Math.abs(wall - nearest) <= 10 ? nearest : Math.round(wall);
}

function readCompact(words: string): number | null {
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] = COMPACT.exec(words) ?? [];
  return wallOf(civilDay(year, month, day), Number(hour), Number(minute), Number(second));
}

function readWall(words: string): number | null {
  const plain = words.replace(WEEKDAY, ' ').replace(/\s+/g, ' ').trim();
  const date = DATE.exec(plain);
  if (!date) return null;
  const day = civilDay(date[1] ?? '', date[2] ?? '', date[3] ?? '');
  const afternoon = AFTERNOON.test(plain);
  const half = afternoon || FORENOON.test(plain);
  const clock = plain.slice(date[0].length).replace(FORENOON, '').replace(AFTERNOON, '').replace(/^\s*T/i, '').trim();
  if (clock === '') return half ? null : wallOf(day, 0, 0, 0);
  const [matched, hour = '', minute = '0', second = '0', parts = ''] = TIME.exec(clock) ?? [];
  if (matched === undefined) return null;
  const wall = wallOf(day, half ? twelveHours(Number(hour), afternoon) : Number(hour), Number(minute), Number(second));
  return wall === null ? null : wall + Number(parts.padEnd(3, '0'));
}

/** 12 a.m. is midnight, 12 p.m. noon; 下午15点 is said as well and means 15. */
function twelveHours(hour: number, afternoon: boolean): number {
  if (hour === 12) return afternoon ? 12 : 0;
  return afternoon && hour < 12 ? hour + 12 : hour;
}

export function civilDay(year: string, month: string, day: string): number | null {
  return civilDayFrom(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function wallOf(day: number | null, hour: number, minute: number, second: number): number | null {
  const withinDay = hour < 24 && minute < 60 && second < 60;
  const midnight = hour === 24 && minute === 0 && second === 0;
  return day === null || !(withinDay || midnight) ? null : day * DAY + hour * HOUR + minute * MINUTE + second * 1000;
}
