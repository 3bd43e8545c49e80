import { lazy } from 'react';

export { kindsQuery, policiesQuery, type KindJson } from './calls.ts';
export { usePolicyTitle } from './titles.ts';
export { useSeverityLevel } from './severity.ts';
export { policyWords } from './words.ts';
export const PolicyPage = lazy(() => import('./PolicyPage.tsx'));
