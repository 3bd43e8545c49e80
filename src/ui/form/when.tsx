import { lazy, Suspense, type ReactElement } from 'react';
import type { PickTimeProps } from './fields/pickers.tsx';

/** A calendar is heavy and few pages show one: it is fetched when a page first does. */
const Day = lazy(() => import('./fields/pickers.tsx').then(({ Day: field }) => ({ default: field })));
const DayAndTime = lazy(() => import('./fields/pickers.tsx').then(({ DayAndTime: field }) => ({ default: field })));
const TimeOfDay = lazy(() => import('./fields/pickers.tsx').then(({ TimeOfDay: field }) => ({ default: field })));

const waiting = <div className="skeleton" />;

/** A day in the reader's language, `2026-03-02`. */
export const PickDay = (props: PickTimeProps): ReactElement => <Suspense fallback={waiting}><Day {...props} /></Suspense>;
/** A day with its time, `2026-03-02T09:00`. */
export const PickDayAndTime = (props: PickTimeProps): ReactElement => <Suspense fallback={waiting}><DayAndTime {...props} /></Suspense>;
/** A time of the day, `09:00`. */
export const PickTimeOfDay = (props: PickTimeProps): ReactElement => <Suspense fallback={waiting}><TimeOfDay {...props} /></Suspense>;
