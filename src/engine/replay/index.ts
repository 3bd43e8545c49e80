export { replay, startReplay, type Replay } from './replay.ts';
export { titled } from './act-names.ts';
export { columnsByName, parseColumns, planColumns, withTitles } from './columns.ts';
export { isDayOnly, isEmpty, readFact, readMoment, wordsOf, type Cell } from './cells/index.ts';
export type { ActColumn, ColumnPlan, DutyReport, GivenColumn, HistoryRow, NamedColumn, ReplayOptions, ReplayReport, Unreadable } from './types.ts';
