export { againstVerb } from './against.ts';
export { recordAsFact } from './as-fact.ts';
export { behave } from './behave.ts';
export { extendable } from './extend.ts';
export { goingBack } from './give-back.ts';
export { decideMergedFrom, decideUnmergedFrom } from './merge.ts';
export { timely } from './timely.ts';
export { withoutUndo, withUndo } from './undo.ts';
export { wrongWithVerb } from './wrong.ts';
