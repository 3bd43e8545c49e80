import { lazy } from 'react';

/** The door of papers for pages: the buttons that stand on lists and on matters. */
export const ExportButton = lazy(() => import('./ExportButton.tsx'));
export const PrintButton = lazy(() => import('./PrintButton.tsx'));
export const PrintBatchButton = lazy(() => import('./PrintBatchButton.tsx'));
export const ContactsPage = lazy(() => import('./contacts/ContactsPage.tsx'));
export const ExportsPage = lazy(() => import('./exports/ExportsPage.tsx'));
