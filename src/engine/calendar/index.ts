export { addMonths, civilDayFrom, civilDayOf, dateOf, endOfDay, lastDayOf, startOfDay, weekdayOf } from './civil.ts';
export { cnDayTable } from './cn-days.ts';
export { nextClosings } from './closings.ts';
export { compileCalendar } from './compile.ts';
export { OutsideCalendar } from './outside.ts';
export { addOpenTime, isOpen, nextOpening, nthWorkingDayClose, openTimeBetween, windowEndingAfter, workingDayClose } from './open-time.ts';
export { instantOfWall, offsetAt } from './zone-offsets.ts';
export type { CivilDay } from './civil.ts';
export type { ArithmeticStep, CompiledCalendar, DayTable } from './types.ts';
