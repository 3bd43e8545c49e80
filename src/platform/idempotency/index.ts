export { answerToKeep, insertAnswer, type KeptAnswer, type KeyedRequest } from './keep.ts';
export { keyOf, once } from './once.ts';
