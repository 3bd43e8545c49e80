export { explainObligation, type Explanation } from './obligation.ts';
export { titleOfAct, titleOfBearer, titleOfDuty, titleOfFact, titleOfStage, titleOfValue } from './titles.ts';
