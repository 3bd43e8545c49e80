import { describe, expect, it } from 'vitest';
import { keysOfName } from './spelling.ts';

describe('the keys of a name', () => {
  it('are the name, its initials and its syllables', () => {
    expect(keysOfName('王小明')).toEqual(expect.arrayContaining(['王小明', 'wxm', 'wangxiaoming']));
  });
  it.each([['单晓', ['sx', 'dx', 'shanxiao', 'danxiao']], ['曾敏', ['zm', 'cm', 'zengmin']], ['解放', ['jf', 'xf']], ['仇英', ['cy', 'qy', 'qiuying']], ['查良', ['cl', 'zl']], ['区明', ['qm', 'om']]])('%s has every reading of its polyphonic surname', (name, keys) => {
    expect(keysOfName(name)).toEqual(expect.arrayContaining(keys));
  });
  it('of letters are the letters, and what cannot be read is left out', () => {
    expect(keysOfName('Li Lei')).toEqual(expect.arrayContaining(['li lei', 'lilei']));
    expect(keysOfName('𠮷野家')).toEqual(expect.arrayContaining(['𠮷野家']));
    expect(keysOfName('')).toEqual([]);
  });
  it('stay few, however many readings a name has', () => {
    expect(keysOfName('单曾解仇查区单曾解仇查区').length).toBeLessThan(20);
  });
});
