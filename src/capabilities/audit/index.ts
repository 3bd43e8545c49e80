export { chain, insertEvents, type ChainedRow, type EventToChain, type Stream } from './server/append.ts';
export { recordHappening, type Happening } from './server/record.ts';
export { BEGINNING, commit, linkOf, rootOf, type ChainedEvent } from './rules/chain.ts';
