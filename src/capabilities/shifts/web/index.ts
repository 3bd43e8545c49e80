import { lazy } from 'react';

/** The door of shifts for the routes, and 「开始上班」 for the first screen of a shift. */
export const StartHere = lazy(() => import('./StartHere.tsx'));
export const ShiftsPage = lazy(() => import('./ShiftsPage.tsx'));
export const RosterPage = lazy(() => import('./RosterPage.tsx'));
export const AbsencePage = lazy(() => import('./AbsencePage.tsx'));
