import { lazy } from 'react';

export { phrasesQuery } from './calls.ts';
export const PhrasesPanel = lazy(() => import('./PhrasesPanel.tsx').then((module) => ({ default: module.PhrasesPanel })));
