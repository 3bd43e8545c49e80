export { CALL_AGAIN, COMPLETE_RECORD, RECORD_AGAINST_RULE, TAKE_WORK } from './acts.ts';
export { callDuty, completeDuty, instructedDuty, overseenDuty } from './duties.ts';
export { overseersOf, OVERSEEING_LEVEL } from './overseers.ts';
export { ourTitle } from './in-english.ts';
export { withDailyActs } from './with-daily.ts';
