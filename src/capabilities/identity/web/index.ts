import { lazy } from 'react';

/** The door of sign-in and people for the pages of other capabilities. */
export { SignInPage } from './SignInPage.tsx';
export { SignInDialog } from './SignInDialog.tsx';
export { holds, MeProvider, useMe } from './me.tsx';
export { meQuery, signOut, TO_SET_UP } from './calls.ts';
export { identityWords } from './words.ts';
export const MustChangePage = lazy(() => import('./PasswordPanel.tsx').then(({ MustChangePage: page }) => ({ default: page })));
export const PasswordPanel = lazy(() => import('./PasswordPanel.tsx').then(({ PasswordPanel: panel }) => ({ default: panel })));
export const PeoplePage = lazy(() => import('./people/PeoplePage.tsx'));
