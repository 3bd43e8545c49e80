/** The door of audit: the chain of events, checkpoints over it, and their verification. */
export { chain, insertEvents, type ChainedRow, type EventToChain, type Stream } from './server/append.ts';
export { writeCheckpoint, type Written } from './server/checkpoint.ts';
export { startCheckpoints, type Checkpoints, type CheckpointsOptions } from './server/checkpoints.ts';
export { eraseWords, eraseWordsNamed } from './server/erase.ts';
export { openCheckpointKey, readPublicKey, type CheckpointKey } from './server/key.ts';
export { onCompanyClock, recordHappening, type Happening } from './server/record.ts';
export { verifyTenant, type Verified } from './server/verify/verify.ts';
export type { Counted, Progress } from './server/verify/streams.ts';
export type { Problem, ProblemKind } from './rules/problem.ts';
export { BEGINNING, commit, linkOf, rootOf, type ChainedEvent } from './rules/chain.ts';
export { follows, wrongWords, type StoredEvent } from './rules/links.ts';
