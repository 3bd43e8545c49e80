import { describe, expect, it } from 'vitest';
import { CHIPS, COLOURS, contrastOf, TEXTS, type Shade } from './colours.ts';

const pale = (shade: Shade, pairs: typeof CHIPS, least: number): string[] =>
  pairs.map(([ink, ground]) => [`${ink} on ${ground}`, contrastOf(COLOURS[shade][ink], COLOURS[shade][ground])] as const)
    .filter(([, contrast]) => contrast < least).map(([pair, contrast]) => `${pair}: ${contrast.toFixed(2)}`);

describe.each(['light', 'dark'] as const)('the colours of the %s look', (shade) => {
  it('let every chip stand out seven to one', () => {
    expect(pale(shade, CHIPS, 7)).toEqual([]);
  });
  it('let all other words stand out four and a half to one', () => {
    expect(pale(shade, TEXTS, 4.5)).toEqual([]);
  });
  it('show the ladder’s fills apart from the page by fill or by edge', () => {
    const { paper, near, pressing, overdue, still } = COLOURS[shade];
    const edge = COLOURS[shade]['overdue-line'];
    for (const fill of [near, pressing, still]) expect(fill).not.toBe(paper);
    expect(Math.max(contrastOf(overdue, paper), contrastOf(edge, paper))).toBeGreaterThanOrEqual(3);
  });
});

describe('contrast', () => {
  it('is 21 between black and white, 1 between alikes, and the same both ways', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#1554ad', '#1554ad')).toBe(1);
    expect(contrastOf('#1554ad', '#ffffff')).toBeCloseTo(contrastOf('#ffffff', '#1554ad'), 10);
    expect(contrastOf('#1554ad', '#ffffff')).toBeCloseTo(7.2, 1);
  });
});
