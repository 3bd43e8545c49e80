export { mustAnswer, needsReason, readGiven, type Given } from './fields.ts';
export { proposals, type Proposal } from './propose.ts';
export { wrongValue } from './values.ts';
