import { useCallback } from 'react';
import type { Language, Text } from '#engine/text.ts';
import { useLanguage } from './language.tsx';

/** A capability's words on the screen, each in both languages; `{name}` stands for a value. */
export type Words = Readonly<Record<string, Text>>;
export type Values = Readonly<Record<string, string | number>>;
/** Says one word of a list in the reader's language. */
export type Say<W extends Words> = (word: keyof W & string, values?: Values) => string;

/** The words of a list in the language on the screen: `say('empty', { n: 3 })`. */
export function useWords<W extends Words>(words: W): Say<W> {
  const { language } = useLanguage();
  return useCallback((word, values) => sayIn(words, language, word, values), [words, language]);
}

/** Fills the placeholders of a word; a value that is not given leaves its place empty. */
export function sayIn<W extends Words>(words: W, language: Language, word: keyof W & string, values: Values = {}): string {
  const text = words[word]?.[language] ?? word;
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));
}

/** Whether a list has this word: for codes that come from outside. */
export function isWord<W extends Words>(words: W, word: string): word is keyof W & string {
  return Object.hasOwn(words, word);
}
