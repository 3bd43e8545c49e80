import { lazy } from 'react';

/** The door of the customer's file for the routes. */
export const CustomersPage = lazy(() => import('./CustomersPage.tsx'));
export const CustomerFilePage = lazy(() => import('./CustomerFilePage.tsx'));
