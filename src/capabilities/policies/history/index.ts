export { openHistory } from './open.ts';
export { columnNamed, type OpenHistory } from './table.ts';
export { HistoryUnreadable } from './unreadable.ts';
