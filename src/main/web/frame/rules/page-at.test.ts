import { describe, expect, it } from 'vitest';
import { pageAt } from './page-at.ts';

const pages = ['/', '/matters', '/settings/health', '/settings'].map((to) => ({ to }));

describe('the page an address belongs to', () => {
  it.each([['/', '/'], ['/matters', '/matters'], ['/matters/0192', '/matters'], ['/settings/health', '/settings/health'], ['/settings/other', '/settings']])('of %s is %s', (path, to) => {
    expect(pageAt(pages, path)?.to).toBe(to);
  });
  it('is none where no page is named so, though its name begins alike', () => {
    expect(pageAt(pages, '/mattersome')).toBeUndefined();
    expect(pageAt(pages, '/elsewhere')).toBeUndefined();
  });
});
