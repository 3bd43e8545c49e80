import type { KeptWords } from './words.ts';

/** Path of the page that opens exactly what a notice is about: the matter, with the panel of the act that is owed. */
export function pathOf(matter: string | null, { opens }: Pick<KeptWords, 'opens'>): string | null {
  if (matter === null) return null;
  return opens ? `/matters/${matter}?act=${encodeURIComponent(opens)}` : `/matters/${matter}`;
}

/** The same as a whole address; null where nobody knows under which the product is reached. */
export function linkOf(publicUrl: string | null, matter: string | null, kept: Pick<KeptWords, 'opens'>): string | null {
  const path = pathOf(matter, kept);
  return publicUrl === null || path === null ? null : publicUrl + path;
}
