import { later } from './later.tsx';

/** A day in the reader's language, `2026-03-02`. */
export const PickDay = later(() => import('./fields/pickers.tsx').then(({ Day }) => Day));
/** A day with its time, `2026-03-02T09:00`. */
export const PickDayAndTime = later(() => import('./fields/pickers.tsx').then(({ DayAndTime }) => DayAndTime));
/** A time of the day, `09:00`. */
export const PickTimeOfDay = later(() => import('./fields/pickers.tsx').then(({ TimeOfDay }) => TimeOfDay));
