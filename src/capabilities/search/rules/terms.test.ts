import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, termsOf } from './terms.ts';

describe('the terms of a text', () => {
  it('hold those of every part of one of its words, so that nothing that is there is missed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (text, from, length) => {
      const [word = ''] = plainText(text).split(' ');
      const characters = [...word];
      const part = characters.slice(from % (characters.length || 1), (from % (characters.length || 1)) + (length % 10)).join('');
      const all = new Set(termsOf('t', text));
      expect(termsOf('t', part).filter((term) => plainText(part) === part && !all.has(term))).toEqual([]);
    }));
  });
  it('are other numbers in another company', () => {
    expect(termsOf('a', '漏水')).not.toEqual(termsOf('b', '漏水'));
  });
  it('take letters of any width and case for the same, characters beyond the first plane for one, and blanks for a border', () => {
    expect(termsOf('t', 'ＷiFi')).toEqual(termsOf('t', 'wifi'));
    expect(termsOf('t', '𠮷野')).toHaveLength(1);
    expect(termsOf('t', '漏 水')).toEqual([]);
  });
  it('are whole numbers that fit an integer of the database', () => {
    for (const term of termsOf('0192', '电梯里广告声音太大 elevator')) expect(term).toBe(term | 0);
  });
});
