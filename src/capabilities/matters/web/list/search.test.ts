import { describe, expect, it } from 'vitest';
import { readMattersSearch } from './search.ts';

describe('the filter in the address', () => {
  it('keeps what it knows and leaves out the rest', () => {
    expect(readMattersSearch({ kind: 'complaint', page: 3, overdue: 'maybe' })).toEqual({ kind: 'complaint' });
  });
  it('reads truth values and numbers back as the words of the contract', () => {
    expect(readMattersSearch({ open: true, overdue: true, search: 2046 })).toEqual({ open: 'true', overdue: 'true', search: '2046' });
  });
});
