export { forgetAnswersAbout, forgetOldAnswers, insertAnswer, keptAnswer, OtherRequest, requestHash, StillRunning, whileRunning, type KeptAnswer, type KeyedRequest } from './keep.ts';
export { changing, type Changing } from './changing.ts';
export { answeredBefore, keyOf, once } from './once.ts';
