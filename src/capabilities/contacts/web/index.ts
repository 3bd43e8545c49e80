import { lazy } from 'react';

/** The door of the page 通知与对接. */
export const ChannelsPage = lazy(() => import('./ChannelsPage.tsx'));
