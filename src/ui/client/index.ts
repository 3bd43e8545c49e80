export { addressOf, call, type Call, type Query } from './call.ts';
export { Problem, problemKind, problemText, wrongPlaces, type ProblemKind } from './problem.ts';
export { settleSignIn, signInWanted } from './signedOut.ts';
export { Submission, useNewest, useSubmission } from './submission.ts';
