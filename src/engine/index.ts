/** The policy language: reading, checking, deciding, explaining, replaying. Pure: no clock, no chance, no I/O. */
export type * from './policy.ts';
export type * from './matter.ts';
export type { Text, Language } from './text.ts';
export { DAY, HOUR, MINUTE, formatInstant, parseInstant, type Instant } from './instant.ts';
export { canonical, fingerprint } from './canonical.ts';
export * from './decide/index.ts';
export { BASE_ACTS } from './policy.ts';
export { dangersIn, type InDanger } from './danger.ts';
export { actorBears, bearerOf, bearsIn, bornFor, holdersOf, isAbsent, slotsOf, standsInFor, substituteOf } from './bearers/index.ts';
export { civilWords, countedDays, endsOfDays, explainBecause, explainObligation, explainUnknown, pauseTitle, titleOfAct, titleOfBearer, titleOfDuty, titleOfFact, titleOfOutcome, titleOfStage, titleOfValue, type Asked, type Because, type CountedDay, type Explanation, type NotKnown } from './explain/index.ts';
export { cnDayTable, compileCalendar, isOpen, nextClosings, nextOpening, type ArithmeticStep, type CompiledCalendar, type DayTable } from './calendar/index.ts';
export { describeDue } from './due/index.ts';
export { readPolicy, type Problem } from './reading/index.ts';
