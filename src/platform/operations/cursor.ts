import { createHash } from 'node:crypto';
import { wrong } from './failure.ts';

type Filter = Readonly<Record<string, unknown>>;
type Place = readonly (string | number)[];

const notHere = { zh: '翻页标记与当前筛选条件不符，请从第一页重新开始。', en: 'This cursor does not belong to this filter. Please begin at the first page.' };

/**
 * Where the next page begins, for the `next` of a list. It only fits the filter it was made for.
 * @param filter - the query as it was read; `cursor` and `limit` in it do not matter.
 * @param place - the sort values of the last entry shown.
 */
export function writeCursor(filter: Filter, place: Place): string {
  return Buffer.from(JSON.stringify([markOf(filter), ...place])).toString('base64url');
}

/**
 * @returns the sort values that were written into the cursor, or null for the first page.
 * @throws wrong for a cursor of another filter, or one that was never ours.
 */
export function readCursor(filter: Filter): Place | null {
  const { cursor } = filter;
  if (cursor === undefined) return null;
  const [mark, ...place] = parsed(String(cursor));
  if (mark !== markOf(filter)) throw wrong([{ path: ['query', 'cursor'], message: notHere }]);
  return place;
}

function parsed(cursor: string): Place {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(read) && read.every((one) => typeof one === 'string' || typeof one === 'number') ? read : [];
  } catch {
    return [];
  }
}

function markOf({ cursor: _cursor, limit: _limit, ...rest }: Filter): string {
  const sorted = Object.entries(rest).filter(([, value]) => value !== undefined).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 12);
}
