import { describe, expect, it } from 'vitest';
import { pageBefore, remember } from './pages.ts';

describe('the way back through the pages of a list', () => {
  it('leads to the page one came from, for each filter by itself', () => {
    remember('a', '', 'second');
    remember('a', 'second', 'third');
    expect(pageBefore('a', 'third')).toBe('second');
    expect(pageBefore('a', 'second')).toBe('');
    expect(pageBefore('b', 'second')).toBeNull();
  });
});
