import { absenceOperations } from './operations/absence.ts';
import { leavingOperations } from './operations/leaving.ts';
import { presenceAndHandovers } from './operations/shifts.ts';

/** The door of the shifts: who is at the desk, how a shift is handed over, who stands in, and how somebody leaves. */
export const shiftOperations = [...presenceAndHandovers, ...absenceOperations, ...leavingOperations] as const;
export { heldBy } from './server/holdings.ts';
export { handoverWith } from './server/handover.ts';
export { drawnSheet } from './server/sheet.ts';
export type { HandoverJson, SheetJson } from './contract.ts';
export { handoverRows, type HandoverPart } from './rules/sheet.ts';
