import './server/tables.ts';

export { matterOperations } from './operations.ts';
export { act, askApproval, giveApproval } from './server/act.ts';
export { announce } from './server/announce.ts';
export type { LiveNews, MattersContext } from './server/context.ts';
export { fireTenantUntil, fireWhatIsDue, startDueLoop, type DueLoop } from './server/due.ts';
export { gatherMatter, gatherTenant, iso, isoOrNull, worldOf, type GatheredMatter, type Surroundings } from './server/gather.ts';
export { finalStages, matterRow, severityTitle, type MatterColumns } from './server/lists.ts';
export { aboveOf, openMatter, openBelow, tellParent } from './server/opening.ts';
export { frameOf, matterJson } from './server/present/matter.ts';
export { obligationJson } from './server/present/obligation.ts';
export { reading } from './server/read.ts';
export { receive } from './server/receive.ts';
export { hiddenKinds, sees } from './server/seeing.ts';
export { write, type MatterHead } from './server/write.ts';
export { numbering } from './rules/numbering.ts';
export { subjectOf } from './rules/subject.ts';
