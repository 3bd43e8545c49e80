import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf, roomsIn } from './meaning.ts';

/** Any sign there is but halves of pairs; the library's own of this kind first writes a list of them all, which takes a second. */
const anySign = fc.nat(0x10f7ff).map((nth) => String.fromCodePoint(nth < 0xd800 ? nth : nth + 0x800));

describe('what is typed into the one field', () => {
  it.each([['2046'], [' 2046 '], ['２０４６']])('%s is the tail of a phone', (typed) => {
    expect(meaningOf(typed)).toEqual({ is: 'tail', digits: '2046' });
  });
  it.each([['13800002046', '13800002046'], ['138 0000 2046', '13800002046'], ['138-0000-2046', '13800002046'], ['+86 138 0000 2046', '8613800002046'], ['021-55558888', '02155558888'], ['5555888', '5555888']])('%s is a phone', (typed, digits) => {
    expect(meaningOf(typed)).toEqual({ is: 'phone', digits });
  });
  it.each([
    ['3-2-1201', '3', '2', '1201', ''], ['3—2—1201', '3', '2', '1201', ''], ['03-1201', '3', null, '1201', ''], ['3号楼1201', '3', null, '1201', ''], ['3栋2单元1201室', '3', '2', '1201', ''],
    ['锦绣苑3号楼1201', '3', null, '1201', '锦绣苑'], ['锦绣苑 3-2-1201', '3', '2', '1201', '锦绣苑'], ['12幢 301', '12', null, '301', ''],
  ])('%s is a room', (typed, building, entrance, room, words) => {
    expect(meaningOf(typed)).toEqual({ is: 'room', building, entrance, room, words });
  });
  it.each([['TS-20260302-0007', 'ts-20260302-0007'], ['ts-', 'ts-'], ['20260302-0007', '20260302-0007'], ['CQ-2026-12', 'cq-2026-12']])('%s is a number', (typed, start) => {
    expect(meaningOf(typed)).toEqual({ is: 'number', start });
  });
  it('letters may be a spelling, and words as well', () => {
    expect(meaningOf('WXM')).toEqual({ is: 'letters', letters: 'wxm', words: ['wxm'] });
    expect(meaningOf("xi'an")).toEqual({ is: 'letters', letters: 'xian', words: ["xi'an"] });
  });
  it.each([['1201漏水', ['1201漏水']], ['漏水 王女士', ['漏水', '王女士']], ['王', ['王']], ['wifi 坏', ['wifi', '坏']], ['12', ['12']]])('%s are words', (typed, words) => {
    expect(meaningOf(typed)).toEqual({ is: 'words', words });
  });
  it('blanks are nothing, and no text is too strange', () => {
    expect(meaningOf(' 　 ')).toEqual({ is: 'nothing' });
    fc.assert(fc.property(fc.string({ unit: anySign }), (typed) => {
      expect(meaningOf(typed).is).not.toBe('');
    }));
  });
});

describe('the rooms written in an address', () => {
  it.each([['锦绣苑3-2-1201', ['3-2-1201', '3-1201']], ['5栋1单元0302（东户）', ['5-1-0302', '5-0302']], ['03号楼1201室', ['3-1201']], ['3－2－1201', ['3-2-1201', '3-1201']]])('%s', (address, rooms) => {
    expect(roomsIn(address)).toEqual(rooms);
  });
  it.each([['和平路 12 号'], ['13800002046'], ['2026-03-02 来访'], ['']])('none in %s', (address) => {
    expect(roomsIn(address)).toEqual([]);
  });
});
