import './server/tables.ts';

/** The door of papers: forms as PDF, lists as xlsx. */
export { paperOperations } from './operations/index.ts';
export { openPapers, type Papers } from './server/context.ts';
export { printHandOver, type HandOverPrint } from './server/hand-over.ts';
export type { HandedOver, HandOverSheet } from './rules/forms/hand-over/fill.ts';
export { LISTS } from './server/lists/registry.ts';
export { exportList, pagesOf, works, type ExportList, type ListColumn, type ListDeclaration, type Personal } from './server/lists/list.ts';
export { startExports } from './server/loop.ts';
export { momentOf, stateTitle } from './rules/words.ts';
