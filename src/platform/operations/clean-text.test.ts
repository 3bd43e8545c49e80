import { describe, expect, it } from 'vitest';
import { brokenText, mended, tooDeep } from './clean-text.ts';

describe('text from outside', () => {
  it('may hold line breaks, tabs, emoji and rare characters', () => {
    expect(brokenText({ a: 'Ⅳ 行一\n行二\t\r\n', b: ['😀', '𠮷'] })).toEqual([]);
  });

  it.each([['nul', '\u0000'], ['escape', '\u001b['], ['delete', '\u007f'], ['C1', '\u0085'], ['half of a pair', '\ud800'], ['the other half', 'x\udfff']])(
    'is refused with its path when it holds %s',
    (_, text) => {
      expect(brokenText({ a: [{ b: text }] }).map((issue) => issue.path)).toEqual([['a', 0, 'b']]);
      expect(brokenText({ [`n${text}`]: 1 })).toHaveLength(1);
    },
  );

  it('may not name a field that changes what an object is', () => {
    expect(brokenText(JSON.parse('{"a": {"__proto__": {"x": 1}}}'))).toMatchObject([{ path: ['a'] }]);
  });
});

describe('names, places and telephone numbers', () => {
  it('lose what turns the line round, numbers every control character, and nothing else changes', () => {
    expect(mended({ customer: [{ phone: '\u202d138\u0007 0000\u202c', name: '王\u202e丽\u2066', address: '9-\u202e9' }], where: '\u20669-9', content: 'a\u202eb\u0007', n: 1, none: null })).toEqual({ customer: [{ phone: '138 0000', name: '王丽', address: '9-9' }], where: '9-9', content: 'a\u202eb\u0007', n: 1, none: null });
  });
});

describe('depth and size', () => {
  it('of honest input pass', () => {
    expect(tooDeep({ a: [{ b: [1, 2, 3] }] })).toBe(false);
  });

  it('of a bomb are refused without exhausting the stack', () => {
    expect(tooDeep(JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)))).toBe(true);
    expect(tooDeep(Array.from({ length: 60_000 }, () => 0))).toBe(true);
  });
});
