/** The door of the demonstration: companies to try, and their clock. */
import './server/context.ts';

export { demonstrationOperations } from './operations/index.ts';
export { loadDemonstrations, type LoadOptions } from './server/load.ts';
export { assertLoopback, NotLoopback } from './server/loopback.ts';
export { ACCOUNTS } from './contract.ts';
