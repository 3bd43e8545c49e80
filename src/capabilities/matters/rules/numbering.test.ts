import { describe, expect, it } from 'vitest';
import { numbering } from './numbering.ts';

const at = Date.parse('2026-03-01T16:30:00Z');

describe('numbering', () => {
  it('takes the day of the company’s zone, not of the machine', () => {
    expect(numbering('TS-{yyyymmdd}-{0000}', 'complaint', at, 'Asia/Shanghai').render(7)).toBe('TS-20260302-0007');
  });

  it('counts anew when the dated part changes', () => {
    const march = numbering('LL-{yyyymm}-{0000}', 'requisition', at, 'Asia/Shanghai').counter;
    expect(numbering('LL-{yyyymm}-{0000}', 'requisition', at + 40 * 86_400_000, 'Asia/Shanghai').counter).not.toBe(march);
    expect(numbering('LL-{yyyymm}-{0000}', 'requisition', at + 86_400_000, 'Asia/Shanghai').counter).toBe(march);
  });

  it('lets a number grow beyond its digits instead of repeating it', () => {
    expect(numbering('X-{yyyy}-{00}', 'x', at, 'Asia/Shanghai').render(1234)).toBe('X-2026-1234');
  });

  it('counts a kind without a pattern under its own name', () => {
    expect(numbering(null, 'visit', at, 'Asia/Shanghai').render(3)).toBe('visit-000003');
  });
});
