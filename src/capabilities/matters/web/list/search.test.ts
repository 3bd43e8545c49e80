import { describe, expect, it } from 'vitest';
import { filterOf, linkedFilters, readMattersSearch } from './search.ts';

describe('the filter in the address', () => {
  it('keeps what it knows and leaves out the rest', () => {
    expect(readMattersSearch({ kind: 'complaint', page: 3, overdue: 'maybe', view: 'everything' })).toEqual({ kind: 'complaint' });
  });
  it('reads truth values and numbers back as the words of the contract', () => {
    expect(readMattersSearch({ open: true, overdue: true, search: 2046 })).toEqual({ open: 'true', overdue: 'true', search: '2046' });
  });
  it('tells the place of a page from the filter, which begins at its first page', () => {
    expect(filterOf(readMattersSearch({ view: 'mine', after: 'somewhere' }))).toEqual({ view: 'mine' });
  });
  it('names what came by a link and no field shows', () => {
    expect(linkedFilters(readMattersSearch({ view: 'mine', named: 'p1', owed: 'today' }))).toEqual([{ name: 'named', word: 'byNamed' }, { name: 'owed', word: 'byToday' }]);
    expect(linkedFilters({ kind: 'complaint' })).toEqual([]);
  });
});
