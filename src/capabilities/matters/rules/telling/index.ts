export { climbsTo, hasLadder, type Above as NextAbove } from './above.ts';
export { AGAIN_AFTER, toldAgainAt } from './again.ts';
export { heaviest, type NoticeClass } from './classes.ts';
export { ASKING, obligationFor, stillOwed, type Reader } from './owed.ts';
export { rehearse, type AroundAt, type Heard } from './rehearse.ts';
export { awayOf, classFor, toldOf, type Around, type Hearer, type Subject, type Told, type ToTell } from './told.ts';
