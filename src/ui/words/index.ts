export { LanguageProvider, useLanguage } from './language.tsx';
export { isWord, sayIn, useWords, type Say, type Values, type Words } from './words.ts';
export { partWords } from './parts.ts';
