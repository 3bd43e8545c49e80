import type { Language } from '#engine/text.ts';

/** Reported urgently, or somebody is in danger: the titles of the dangers. */
export interface Peril { readonly urgent: boolean; readonly dangers: readonly string[] }

const WORDS: Readonly<Record<'danger' | 'urgent', Readonly<Record<Language, string>>>> = { danger: { zh: '险情', en: 'Danger' }, urgent: { zh: '紧急', en: 'Urgent' } };

/** 险情 and what it is, or 紧急; '' where nothing is grave. @param brief - the word alone */
export function perilWords(peril: Peril | null | undefined, language: Language, brief = false): string {
  if (!peril) return '';
  if (peril.dangers.length === 0) return WORDS.urgent[language];
  return brief ? WORDS.danger[language] : `${WORDS.danger[language]} · ${peril.dangers.join('、')}`;
}
