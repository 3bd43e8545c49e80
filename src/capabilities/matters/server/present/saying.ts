import type { Language } from '#engine';

/** A word and what it is, with the colon of the language. */
export const said = (language: Language, word: string, is: string): string => `${word}${language === 'zh' ? '：' : ': '}${is}`;
/** A part of an event's body that should be a record. */
export const asRecord = (value: unknown): Record<string, unknown> => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {});
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
