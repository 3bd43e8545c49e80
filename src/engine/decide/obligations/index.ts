export { breached } from './breach.ts';
export { limitFrom, nextStep, ruleOf, type Limit } from './clock.ts';
export { rederive } from './derive.ts';
export { canStillBeDone } from './expected.ts';
export type { NamedAct } from './meet.ts';
export { isOverdue, isOwing } from './owing.ts';
export { pauseFor, pauseReasons, resumeAll } from './pause.ts';
export { roundOf, roundsOf } from './rounds.ts';
export { takable } from './taken.ts';
