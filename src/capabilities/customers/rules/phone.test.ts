import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalPhone, oddLength, wrongPhone } from './phone.ts';

describe('a telephone number', () => {
  it.each([
    ['138 0000 1001', '13800001001'], ['+86 138-0000-1001', '13800001001'], ['86 13800001001', '13800001001'], ['0086 138 0000 1001', '13800001001'],
    ['（021）5555 8888', '02155558888'], ['１３８００００１００１', '13800001001'], ['+86 21 5555 8888', '2155558888'], ['不详', ''],
  ])('%s is kept as %s', (written, kept) => expect(normalPhone(written)).toBe(kept));

  it('of a town may begin with 86 itself', () => {
    expect(normalPhone('8612 3456')).toBe('86123456');
  });

  it('stays as it is once it is normal, however it was written', () => {
    fc.assert(fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), fc.constantFrom('', '+86 ', '86', '0086-'), (number, before) => {
      expect(normalPhone(before + number.replace(/(\d{3})(\d{4})/, '$1 $2 '))).toBe(number);
      expect(normalPhone(normalPhone(before + number))).toBe(number);
    }));
  });
});

describe('a mobile number', () => {
  it('of ten or twelve digits is likely mistyped, which is only hinted at', () => {
    expect(oddLength('1380000100')?.zh).toContain('少一位');
    expect(oddLength('+86 138 0000 10081')?.zh).toContain('多一位');
    for (const plain of ['13800001008', '1380000', '010 8888 888', '4008001234', '138abc', '']) expect(oddLength(plain), plain).toBeNull();
  });
});

describe('what is no telephone number', () => {
  it.each(['138 0000 1001', '+86 138-0000-1001', '（021）5555 8888 转 201', '021-55558888 ext 12', '１３８００００１００１', '1001', ''])('is not %s', (written) => expect(wrongPhone(written)).toBeNull());

  it.each([['138abc4567', '“abc”'], ['不详', '“不详”'], ['+-', '没有数字'], ['1'.repeat(21), '21 位']])('is %s, and a sentence says why', (written, says) => {
    expect(wrongPhone(written)?.zh).toContain(says);
  });
});
