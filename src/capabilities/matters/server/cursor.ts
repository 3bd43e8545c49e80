import { createHash } from 'node:crypto';
import { wrong } from '#platform/operations/index.ts';

/** A place in a list, bound to the filter it was made for: used with another filter it is refused, never silently wrong. */
export function makeCursor(filter: unknown, keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify([fingerprintOf(filter), ...keys])).toString('base64url');
}

/** @throws Failure 422 when the text is no cursor of this filter. */
export function readCursor(filter: unknown, cursor: string): readonly (string | number | null)[] {
  const parts = parse(cursor);
  if (!parts || parts[0] !== fingerprintOf(filter)) throw wrong([{ path: ['query', 'cursor'], message: { zh: '这个翻页位置不属于当前的筛选,请从第一页重新开始', en: 'this cursor belongs to another filter; start from the first page' } }]);
  return parts.slice(1);
}

function parse(cursor: string): readonly (string | number | null)[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.every((part): part is string | number | null => part === null || typeof part === 'string' || typeof part === 'number') ? value : null;
  } catch {
    return null;
  }
}

function fingerprintOf(filter: unknown): string {
  return createHash('sha256').update(JSON.stringify(filter)).digest('base64url').slice(0, 12);
}
