import { describe, expect, it } from 'vitest';
import { isWhole } from './measure.ts';

describe('the new measure for a customer who is not satisfied', () => {
  it('is whole with its reason, what is done, by whom and by when', () => {
    const whole = { reason: '没有解决', what: '换新门锁', who: '工程部', by: '2026-03-03T10:00:00+08:00' };
    expect(isWhole(whole)).toBe(true);
    for (const part of ['reason', 'what', 'who', 'by']) expect(isWhole({ ...whole, [part]: ' ' })).toBe(false);
  });
});
