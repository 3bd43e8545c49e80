import { lazy } from 'react';

/** The door of the approvals for the routes. */
export const ApprovalsPage = lazy(() => import('./ApprovalsPage.tsx'));
