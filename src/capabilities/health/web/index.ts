import { lazy } from 'react';

/** The door of the page 系统健康. */
export const HealthPage = lazy(() => import('./HealthPage.tsx'));
