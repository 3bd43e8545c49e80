import { lazy } from 'react';

/** The door of the cockpit for the routes. */
export const CockpitPage = lazy(() => import('./CockpitPage.tsx'));
export const WallPage = lazy(() => import('./WallPage.tsx'));
