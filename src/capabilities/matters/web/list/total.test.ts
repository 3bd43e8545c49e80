import { describe, expect, it } from 'vitest';
import { totalOf } from './total.ts';

describe('the total of a list', () => {
  it('is told to the unit below ten thousand', () => {
    expect(totalOf({ count: 1204, more: false }, 'zh')).toEqual({ word: 'total', n: '1,204' });
  });
  it('is rounded beyond, in the words of each language', () => {
    expect(totalOf({ count: 12_049, more: false }, 'zh')).toEqual({ word: 'totalAbout', n: '1.2万' });
    expect(totalOf({ count: 12_049, more: false }, 'en')).toEqual({ word: 'totalAbout', n: '12k' });
  });
  it('says “over” where counting was given up', () => {
    expect(totalOf({ count: 100_000, more: true }, 'zh')).toEqual({ word: 'totalOver', n: '10万' });
  });
});
