export { rederive } from './derive.ts';
export type { NamedAct } from './meet.ts';
export { pauseFor, pauseReasons, resumeAll } from './pause.ts';
export { nextStep, limitFrom, ruleOf } from './clock.ts';
export { expectedOf, type Expected } from './expected.ts';
