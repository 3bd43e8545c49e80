/** The door of the search over customers, matters and houses. */
export { searchOperations } from './operations/index.ts';
export { mattersHolding } from './server/holding.ts';
export { readWhatWaits } from './server/search.ts';
export { forgetCustomers, forgetMatters } from './server/forget.ts';
