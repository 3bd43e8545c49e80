import { describe, expect, it } from 'vitest';
import { maskedPhone, soughtBy } from './phones.ts';

describe('telephone numbers', () => {
  it('are masked in the middle', () => {
    expect(maskedPhone('138 0000 2046')).toBe('138****2046');
    expect(maskedPhone('')).toBe('');
  });
  it('are recognised by their length, tails by four digits', () => {
    expect(soughtBy('2046')).toEqual({ is: 'phone', text: '2046' });
    expect(soughtBy('138 0000 2046')).toEqual({ is: 'phone', text: '13800002046' });
  });
  it('are told from numbers of matters and from words', () => {
    expect(soughtBy('ts-20260302-0007')).toEqual({ is: 'number', text: 'TS-20260302-0007' });
    expect(soughtBy('3-2-1201 漏水').is).toBe('text');
  });
});
