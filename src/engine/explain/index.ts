export { explainBecause, type Asked, type Because } from './because/index.ts';
export { civilWords, endsOfDays } from './civil-words.ts';
export { countedDays, type CountedDay } from './days.ts';
export { explainObligation, type Explanation } from './obligation.ts';
export { titleOfOutcome } from './outcomes.ts';
export { pauseTitle } from '../pause-titles.ts';
export { explainUnknown, type NotKnown } from './unknown.ts';
export { titleOfAct, titleOfBearer, titleOfDuty, titleOfFact, titleOfStage, titleOfValue } from './titles.ts';
