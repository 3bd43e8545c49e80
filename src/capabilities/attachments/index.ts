import './server/context.ts';
import './server/tables.ts';

/** The door of attachments: photos, papers and recordings that belong to matters. */
export { attachmentOperations } from './operations.ts';
export { linkAttachments, type LinkedFile } from './server/link.ts';
export { sweepAttachments } from './server/sweep.ts';
