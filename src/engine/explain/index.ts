export { explainObligation, type Explanation } from './obligation.ts';
export { explainUnknown, type NotKnown } from './unknown.ts';
export { titleOfAct, titleOfBearer, titleOfDuty, titleOfFact, titleOfStage, titleOfValue } from './titles.ts';
