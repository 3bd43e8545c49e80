import { lazy } from 'react';

/** The door of the search for the frame; the palette is fetched when it is first opened. */
export const SearchPalette = lazy(() => import('./SearchPalette.tsx').then(({ SearchPalette: palette }) => ({ default: palette })));
export { searchWords } from './words.ts';
