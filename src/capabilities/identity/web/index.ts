import { lazy } from 'react';

/** The door of sign-in and people for the pages of other capabilities. */
export { SignInPage } from './SignInPage.tsx';
export { SignInDialog } from './SignInDialog.tsx';
export { SetUpPage } from './SetUpPage.tsx';
export { MustChangePage, PasswordPanel } from './PasswordPanel.tsx';
export { holds, MeProvider, useMe } from './me.tsx';
export { meQuery, signOut } from './calls.ts';
export { identityWords } from './words.ts';
export const PeoplePage = lazy(() => import('./people/PeoplePage.tsx'));
