export { actorBears, bearerOf, holdersOf, isNamed, sameBearer } from './match.ts';
export { slotsOf, type Slot } from './slots.ts';
export { bearsIn, bornFor, isAbsent, standsInFor, substituteOf } from './standing.ts';
