/** The door of the approvals: what waits for one’s decision. */
export { approvalCardOperations } from './operations.ts';
