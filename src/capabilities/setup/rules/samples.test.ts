import { describe, expect, it } from 'vitest';
import { TEMPLATES } from './customers/sheets.ts';
import { isSample, rowsInWords } from './samples.ts';

describe('the examples of a template', () => {
  it('are known again when they were left in as they were, whatever positions the policy gave them', () => {
    for (const { examples } of Object.values(TEMPLATES)) expect(examples.every(isSample)).toBe(true);
    expect(isSample(['张敏', 'zhangmin', '客服人员', '客户服务部', '13800000001', '', ''])).toBe(true);
    expect(isSample(['张敏', 'zhangmin', '', '', ' 13800000001 '])).toBe(true);
  });

  it('are rows like any other once somebody has written over them', () => {
    expect(isSample(['张敏', 'zhangmin', '客服人员', '', '13900000001', '', ''])).toBe(false);
    expect(isSample(['王小明', '13800000001', '', '东苑', '3-2-1201', '商铺'])).toBe(false);
    expect(isSample([])).toBe(false);
  });

  it('are named by their rows as people write them', () => {
    expect(rowsInWords([2, 3, 4, 7])).toBe('2–4、7');
    expect(rowsInWords([5])).toBe('5');
  });
});
