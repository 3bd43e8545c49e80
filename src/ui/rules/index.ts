export { urgencyOf, shareUsed, standsStillAt, type Limit, type Urgency } from './urgency.ts';
export { lengthText, spanText } from './spans.ts';
export { civilOf, civilText, clockText, dayOf, instantOf, instantOfCivil, isoText, momentText, type Civil } from './moments.ts';
export { confirms, isComposition, isPlainKey, type KeyPress } from './keys.ts';
export { nowFrom, type ClockReading } from './clock.ts';
export { maskedPhone, soughtBy, type Sought } from './phones.ts';
export { foldedAsks, givenAnswers, isBlank, missingNames, startingAnswers, type Answers, type Ask, type AskType } from './asks.ts';
