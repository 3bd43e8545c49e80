import type { Text } from '../../text.ts';
import { wordsOf, type Cell } from './cell.ts';
import { anyMoment, civilDay, COMPACT, DATE } from './moments.ts';

/** Why a cell is no time, and how to write one: no such day, another century, or not understood at all. */
export function whyNoMoment(cell: Cell, zone: string): Text {
  const words = wordsOf(cell);
  const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words;
  if (anyMoment(cell, zone) !== null) return { zh: `“${shown}”不在 1990 至 2100 年之间`, en: `“${shown}” does not lie between 1990 and 2100` };
  const [, year = '', month = '', day = ''] = DATE.exec(words) ?? COMPACT.exec(words) ?? [];
  if (year !== '' && civilDay(year, month, day) === null) return { zh: `“${shown}”：没有 ${year} 年 ${Number(month)} 月 ${Number(day)} 日这一天`, en: `“${shown}”: there is no such day` };
  return { zh: `“${shown}”读不出是什么时间，请写成 2026-03-02 或 2026-03-02 09:00`, en: `“${shown}” cannot be read as a time; write 2026-03-02 or 2026-03-02 09:00` };
}
