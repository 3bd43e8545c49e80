import { lazy } from 'react';

/** The door of setting up for the pages of other parts. */
export const SetUpWizard = lazy(() => import('./wizard/SetUpWizard.tsx'));
export const ImportPage = lazy(() => import('./people/ImportPage.tsx'));
export const InstallationPage = lazy(() => import('./InstallationPage.tsx'));
