import type { Text } from '#engine/text.ts';
import { civilDayFrom } from '#engine/calendar/index.ts';

/** A day as sheets write it: 2024-05-01, 2024/5/1, 2024.5.1, 2024年5月1日, 20240501. @returns an ISO date, null for nothing, undefined for what is no day */
export function dayIn(text: string): string | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T].*)?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!found) return undefined;
  const [, year = '', month = '', day = ''] = found;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year === '0000' || civilDayFrom(iso) === null ? undefined : iso;
}

export interface Part { readonly part: string; readonly until: string }

/** Warranties in one cell: “防水 2029-05-01；外窗 2026-05-01”. @returns the parts, or what cannot be read */
export function partsIn(text: string): { readonly parts: readonly Part[] } | { readonly wrong: string } {
  const parts: Part[] = [];
  for (const piece of text.normalize('NFKC').split(/[;\n]+/).map((each) => each.trim()).filter((each) => each !== '')) {
    const found = /^(.+?)[\s:到至]*(\d{4}\D\s*\d{1,2}\D\s*\d{1,2}日?)$/.exec(piece);
    const until = found && dayIn(found[2] ?? '');
    if (!found?.[1] || !until) return { wrong: piece };
    parts.push({ part: found[1].trim().slice(0, 60), until });
  }
  return { parts };
}

export const isYes = (text: string): boolean => /^(是|有|重点|y|yes|true|1|√|✓|vip)$/i.test(text.trim());

export const notADay = (head: Text, text: string): Text => ({ zh: `${head.zh}「${text.slice(0, 20)}」不是日期，请写成 2024-05-01`, en: `${head.en} “${text.slice(0, 20)}” is no date; write it like 2024-05-01` });
export const tooLong = (head: Text, most: number): Text => ({ zh: `${head.zh}超过 ${most} 个字`, en: `${head.en} has more than ${most} characters` });
