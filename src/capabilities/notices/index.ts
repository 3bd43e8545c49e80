import './server/tables.ts';

/** The door of notices: what the product tells people, in itself and by mail. */
export { noticeOperations } from './operations.ts';
export type { OutboxContext } from './server/context.ts';
export { liveHub, type Listener, type LiveHub, type News } from './server/live.ts';
export type { OutsideChannels, OutsideMessage, OutsideOutcome, OutsideRoute } from './server/outside.ts';
export { startOutbox, type Outbox, type OutboxOptions } from './server/outbox.ts';
