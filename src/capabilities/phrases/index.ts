import './server/tables.ts';

/** The door of the phrases 常用语. */
export { phraseOperations } from './operations.ts';
