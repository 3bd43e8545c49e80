import { lazy } from 'react';

/** The door of matters for the pages of other capabilities and for the routes. */
export { readMattersSearch, type MattersSearch } from './list/search.ts';
export { actsQuery, eventsQuery, matterQuery, upload } from './calls.ts';
export { channelWords } from './channels.ts';
export { MatterLine } from './MatterLine.tsx';
export { ObligationTime } from './ObligationTime.tsx';
export { clausesOf, isOwed, limitOf } from './rules/limits.ts';
export { replyTimes } from './intake/rules/reply-times.ts';
export { useAct } from './useAct.ts';
export { useChase } from './useChase.ts';
export { intakeWords } from './intake/words.ts';
export { matterWords } from './words.ts';
export const IntakePage = lazy(() => import('./intake/IntakePage.tsx'));
export const MattersPage = lazy(() => import('./list/MattersPage.tsx'));
export const Approvals = lazy(() => import('./matter/Approvals.tsx').then(({ Approvals: panel }) => ({ default: panel })));
export const ActHere = lazy(() => import('./matter/acts/ActHere.tsx'));
export const BatchBar = lazy(() => import('./list/BatchBar.tsx').then(({ BatchBar: bar }) => ({ default: bar })));
export const MatterPage = lazy(() => import('./matter/MatterPage.tsx'));
export const RefusalsPage = lazy(() => import('./refusals/RefusalsPage.tsx'));
