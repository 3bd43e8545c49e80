import { describe, expect, it } from 'vitest';
import { readable, usernameOf } from './names.ts';

describe('user names', () => {
  it('are one when they differ in case, in width, or in how an accent is put together', () => {
    for (const typed of ['Li.Ming', 'LI.MING', 'ｌｉ．ＭＩＮＧ', 'li.ming']) expect(usernameOf(typed)).toBe('li.ming');
    expect(usernameOf('JOSE\u0301')).toBe(usernameOf('jos\u00e9'));
    expect(usernameOf('李明')).toBe('李明');
  });

  it('stay what they are when they are taken again', () => {
    for (const typed of ['İstanbul', 'Straße', '㍿', 'ﬁ']) expect(usernameOf(usernameOf(typed))).toBe(usernameOf(typed));
  });
});

describe('a name', () => {
  it('needs something that can be read', () => {
    expect(['李', 'a', '7号楼', '𠮷'].map(readable)).toEqual([true, true, true, true]);
    expect(['', '   ', '\u3000', '..', '\u200b', '\u3164', '——'].map(readable)).toEqual([false, false, false, false, false, false, false]);
  });
});
