/** The door of the desk: what somebody has to do, in due order. */
export { deskOperations } from './operations/index.ts';
