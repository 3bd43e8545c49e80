import { isId } from '#platform/db/index.ts';
import { readCursor, wrong } from '#platform/operations/index.ts';

/** In a cursor: an obligation without a due time comes last. */
export const NEVER = 'never';

/** Where a page begins; `at` is null after all that has a time. */
export interface Place { readonly at: number | null; readonly id: string; readonly ordinal: number }

const LAST_INSTANT = 8.64e15;
const notOfThisList = { zh: '翻页标记不属于这个列表，请从第一页重新开始。', en: 'This cursor does not belong to this list. Please begin at the first page.' };

/**
 * The place a cursor of one of our lists leads to, null for the first page. Another list's cursor may fit the filter and
 * still be no place here.
 * @throws Failure 422 naming the cursor
 */
export function placeIn(filter: Readonly<Record<string, unknown>>): Place | null {
  const place = readCursor(filter);
  if (!place) return null;
  const [at, id, ordinal = 0] = place;
  const timed = typeof at === 'number' && Number.isSafeInteger(at) && Math.abs(at) <= LAST_INSTANT;
  if ((!timed && at !== NEVER) || typeof id !== 'string' || !isId(id) || typeof ordinal !== 'number' || !Number.isSafeInteger(ordinal)) throw wrong([{ path: ['query', 'cursor'], message: notOfThisList }]);
  return { at: timed ? at : null, id, ordinal };
}
