import { lazy } from 'react';

/** The door of duties for the routes. */
export const DutiesPage = lazy(() => import('./DutiesPage.tsx'));
export const DrillPage = lazy(() => import('./DrillPage.tsx'));
