import { describe, expect, it } from 'vitest';
import { likeness } from './likeness.ts';

describe('the likeness of two texts', () => {
  it('is 1 for the same words, whatever stands between them', () => {
    expect(likeness('门禁坏了，三次没修', '门禁坏了 三次没修！')).toBe(1);
    expect(likeness('ＡＢＣＤ门', 'abcd门')).toBe(1);
  });
  it('is high for the same thing said twice, and low for another', () => {
    const said = '3号楼电梯坏了，老人下不来楼';
    expect(likeness(said, '三号楼的电梯坏了，家里老人下不来')).toBeGreaterThan(0.4);
    expect(likeness(said, '停车场道闸抬不起来')).toBeLessThan(0.1);
  });
  it('is the same from either side', () => {
    const [a, b] = ['厨房水龙头漏水漏水', '水龙头漏水了'];
    expect(likeness(a, b)).toBe(likeness(b, a));
  });
  it('tells nothing of texts that are too short', () => {
    expect(likeness('漏水', '漏水')).toBe(0);
    expect(likeness('', '门禁坏了三次')).toBe(0);
  });
});
