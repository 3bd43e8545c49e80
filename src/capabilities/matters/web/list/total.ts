import type { Language } from '#engine/text.ts';

export interface Total { readonly word: 'total' | 'totalAbout' | 'totalOver'; readonly n: string }

const TEN_THOUSAND = 10_000;

/** How a number of rows is said: to the unit while it is small, rounded beyond ten thousand, where nobody counts any more. */
export function totalOf({ count, more }: { readonly count: number; readonly more: boolean }, language: Language): Total {
  if (count < TEN_THOUSAND) return { word: 'total', n: count.toLocaleString('en-US') };
  const rounded = language === 'zh' ? `${Math.round(count / 1000) / 10}万` : `${Math.round(count / 1000)}k`;
  return { word: more ? 'totalOver' : 'totalAbout', n: rounded };
}
