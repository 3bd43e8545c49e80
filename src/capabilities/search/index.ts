/** The door of the search over customers, matters and houses. */
export { searchOperations } from './operations/index.ts';
export { forgetCustomers, forgetMatters } from './server/forget.ts';
