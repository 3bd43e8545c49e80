import { match } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { isMeant, maySpell, type Speller } from './spelling.ts';

const speller: Speller = (text, letters) => match(text, letters, { continuous: true });

describe('what is meant by what was typed', () => {
  it.each([['王小明', 'wxm'], ['王小明', 'wangxm'], ['王小明', 'WangXiaoMing'], ['客服部', 'kf'], ['客服部', 'kefu'], ['客服部', '服'], ['3号楼', '3号'], ['A 座物业', 'wy'], ['Wi-Fi 故障', 'wi']])('%s by %s', (title, typed) => {
    expect(isMeant(title, typed, speller)).toBe(true);
  });
  it.each([['单晓', 'dx'], ['单晓', 'sx'], ['曾敏', 'zm'], ['解放', 'xf'], ['仇英', 'qy'], ['查良', 'zl']])('%s by %s, one of the readings of its name', (title, typed) => {
    expect(isMeant(title, typed, speller)).toBe(true);
  });
  it.each([['王小明', 'wm'], ['客服部', 'gc'], ['客服部', '工程'], ['𠮷野', 'w']])('%s not by %s', (title, typed) => {
    expect(isMeant(title, typed, speller)).toBe(false);
  });
  it('is found by its own words while the spelling has not been loaded', () => {
    expect(isMeant('客服部', '客服', null)).toBe(true);
    expect(isMeant('客服部', 'kf', null)).toBe(false);
  });
  it('is everything where nothing was typed', () => {
    expect(isMeant('客服部', ' ', speller)).toBe(true);
  });
  it('may be a spelling only when it is letters alone', () => {
    expect([maySpell('wxm'), maySpell('Wang xm'), maySpell('3a'), maySpell('王x'), maySpell('')]).toEqual([true, true, false, false, false]);
  });
});
