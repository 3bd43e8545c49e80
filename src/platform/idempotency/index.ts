export { forgetOldAnswers, insertAnswer, keptAnswer, OtherRequest, requestHash, StillRunning, whileRunning, type KeptAnswer, type KeyedRequest } from './keep.ts';
export { keyOf, once } from './once.ts';
