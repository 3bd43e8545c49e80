/** The door of the cockpit: how the department stands. */
export { cockpitOperations } from './operations.ts';
