import type { Language } from '#engine/text.ts';

/**
 * The language a request asks for (`Accept-Language: en-GB, zh;q=0.8`).
 * @returns null when it names neither of ours.
 */
export function languageOf(header: string | undefined): Language | null {
  if (!header) return null;
  const wanted = header.slice(0, 200).split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]{1,5})\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined);
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const known = wanted.filter((one) => (one.language === 'zh' || one.language === 'en') && one.quality > 0);
  const best = known.toSorted((left, right) => right.quality - left.quality)[0];
  if (!best) return null;
  return best.language === 'en' ? 'en' : 'zh';
}
