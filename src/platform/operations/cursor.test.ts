import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

describe('a cursor', () => {
  it('leads to where the page ended, whatever the size of the next page', () => {
    const cursor = writeCursor({ kind: 'complaint', limit: 10 }, ['2026-01-01', 7]);
    expect(readCursor({ kind: 'complaint', limit: 50, cursor })).toEqual(['2026-01-01', 7]);
    expect(readCursor({ kind: 'complaint' })).toBeNull();
  });

  it.each([['another filter', writeCursor({ kind: 'repair' }, ['a'])], ['nothing of ours', 'eyJhIjoxfQ'], ['rubbish', '%%%'], ['a nested one', Buffer.from('[[1]]').toString('base64url')]])(
    'of %s is refused',
    (_, cursor) => {
      expect(() => readCursor({ kind: 'complaint', cursor })).toThrow(/422/);
    },
  );
});
