/** The door of system health: how the machine and the work on it are, in sentences. */
export { healthOperations } from './operations.ts';
export type { Machine } from './server/figures.ts';
