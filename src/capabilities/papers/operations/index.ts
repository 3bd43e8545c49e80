import { exportOperations } from './exports.ts';
import { printOperations } from './printing.ts';

/** Everything that can be asked of papers over HTTP: forms as PDF, lists as xlsx. */
export const paperOperations = [...printOperations, ...exportOperations] as const;
