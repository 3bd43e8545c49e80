import { describe, expect, it } from 'vitest';
import { inColumns, shorten, widthOf } from './columns-of-text.ts';

describe('text in columns', () => {
  it('counts Chinese letters twice and marks not at all', () => {
    expect(['abc', '时限', '（a）', 'é', 'e\u0301', '𠮷'].map(widthOf)).toEqual([3, 4, 5, 1, 1, 2]);
  });

  it('stands straight: every line of a column begins at the same place', () => {
    const text = inColumns([['时限', '条款', '适用'], ['当天答复', 'C4-10-a', 5], ['x', '–', 1408]]);
    expect(text.split('\n')).toEqual(['时限      条款     适用', '当天答复  C4-10-a     5', 'x         –        1408']);
  });

  it('cuts by width and says so', () => {
    expect(shorten('投诉处理', 8)).toBe('投诉处理');
    expect(shorten('投诉处理', 7)).toBe('投诉处…');
    expect(shorten('abcdef', 4)).toBe('abc…');
  });
});
