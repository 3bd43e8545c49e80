import { v4 as newKey } from 'uuid';
import type { Sources } from '#ui/index.ts';
import { findColleagues, readPositions, readUnits } from '#capabilities/organisation/web/index.ts';
import { upload } from '#capabilities/matters/web/index.ts';

/** Where the forms of every capability find people, units and positions, and where their files go. */
export const SOURCES: Sources = {
  units: readUnits,
  positions: readPositions,
  people: findColleagues,
  upload: (file) => upload(file, newKey()),
};
