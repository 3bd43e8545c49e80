/** The door of the customer's file. */
export { customerFileOperations } from './operations.ts';
