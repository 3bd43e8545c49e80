import './server/tables.ts';

/** The door of the phrases 常用语. */
export { seedPhrases } from './server/seed.ts';
export { phraseOperations } from './operations.ts';
