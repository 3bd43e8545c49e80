export { isEmpty, wordsOf, type Cell } from './cell.ts';
export { readFact, type ReadFact } from './facts.ts';
export { isDayOnly, readMoment } from './moments.ts';
export { whyNoMoment } from './no-moment.ts';
