/** The door of duties: what is somebody's, how he kept it, and the drill. */
export { dutyOperations } from './operations.ts';
