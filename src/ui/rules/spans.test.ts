import { describe, expect, it } from 'vitest';
import { leftText, lengthText, spanText } from './spans.ts';

const MINUTE = 60_000;

describe('spans of a countdown', () => {
  it('shows seconds only below ten minutes', () => {
    expect(spanText(8 * MINUTE + 20_000, 'zh')).toBe('8分20秒');
    expect(spanText(10 * MINUTE + 20_000, 'zh')).toBe('10分');
  });
  it('shows hours and minutes below a day, days and hours above', () => {
    expect(spanText(310 * MINUTE, 'zh')).toBe('5时10分');
    expect(spanText((2 * 24 + 3) * 60 * MINUTE + 59 * MINUTE, 'zh')).toBe('2天3时');
  });
  it('writes an overdue span without its sign', () => {
    expect(spanText(-95 * MINUTE, 'zh')).toBe('1时35分');
  });
  it('writes nothing left as zero seconds', () => {
    expect(spanText(0, 'zh')).toBe('0秒');
    expect(spanText(0, 'en')).toBe('0s');
  });
  it('writes English with blanks', () => {
    expect(spanText(310 * MINUTE, 'en')).toBe('5h 10m');
  });
  it('of a limit just begun is the whole limit, and never more than a minute too long', () => {
    expect(leftText(3 * 24 * 60 * MINUTE - 1_400, 'zh')).toBe('3天');
    expect(leftText(3 * 24 * 60 * MINUTE - 2 * MINUTE, 'zh')).toBe('2天23时');
    expect(leftText(30 * MINUTE - 900, 'zh')).toBe('30分');
    expect(leftText(9 * MINUTE + 59_400, 'zh')).toBe('10分');
    expect(leftText(30 * MINUTE + 400, 'zh')).toBe('30分');
    expect(leftText(29 * MINUTE + 5_000, 'zh')).toBe('29分');
    expect(leftText(400, 'zh')).toBe('1秒');
    expect(leftText(0, 'zh')).toBe('0秒');
  });
  it('adds lengths up to the minute', () => {
    expect(lengthText(24 * 60 * MINUTE, 'zh')).toBe('24时00分');
    expect(lengthText(438 * MINUTE, 'en')).toBe('7h 18m');
  });
});
