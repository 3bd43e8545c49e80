import { lazy } from 'react';

/** The door of matters for the pages of other capabilities and for the routes. */
export { readMattersSearch, type MattersSearch } from './list/search.ts';
export { matterQuery, upload } from './calls.ts';
export { Approvals } from './matter/Approvals.tsx';
export { MatterLine } from './MatterLine.tsx';
export { ObligationTime } from './ObligationTime.tsx';
export { clausesOf, limitOf } from './rules/limits.ts';
export { useChase } from './useChase.ts';
export { intakeWords } from './intake/words.ts';
export { matterWords } from './words.ts';
export const IntakePage = lazy(() => import('./intake/IntakePage.tsx'));
export const MattersPage = lazy(() => import('./list/MattersPage.tsx'));
export const MatterPage = lazy(() => import('./matter/MatterPage.tsx'));
export const RefusalsPage = lazy(() => import('./refusals/RefusalsPage.tsx'));
