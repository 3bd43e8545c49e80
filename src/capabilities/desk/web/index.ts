import { lazy } from 'react';

export { clockQuery } from './calls.ts';
export { ClockBand } from './ClockBand.tsx';
export { deskWords } from './words.ts';
export const DeskPage = lazy(() => import('./DeskPage.tsx'));
export const RevisitsPage = lazy(() => import('./revisits/RevisitsPage.tsx'));
