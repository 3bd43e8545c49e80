/** The door of the customers: who calls, and what is open for him. */
export { customerOperations } from './operations/index.ts';
export { customersByPhone, customerWith } from './server/finding.ts';
export { bringIn, tellMany, type Many, type NewThing } from './server/bring-in.ts';
export { holdAllFiles } from './server/holding.ts';
export { customerToRead } from './server/readable.ts';
export { maskedCustomer } from './server/masking.ts';
export { belongingsOf } from './server/belongings.ts';
export { normalPhone, wrongPhone } from './rules/phone.ts';
