import { describe, expect, it } from 'vitest';
import { MOST_PICTURES, whyNotPasted } from './pasted.ts';

const file = (type: string, name = 'x', size = 1) => ({ type, name, size });

describe('what is pasted', () => {
  it('is attached when a browser can show it', () => {
    for (const type of ['image/png', 'image/jpeg', 'image/webp']) expect(whyNotPasted(file(type), 0)).toBeNull();
  });
  it('is told apart when it is a TIFF, by its type or by its name alone', () => {
    expect(whyNotPasted(file('image/tiff'), 0)).toBe('tiff');
    expect(whyNotPasted(file('', 'scan.TIF'), 0)).toBe('tiff');
  });
  it('is refused when it is something else, too large, or one too many', () => {
    expect(whyNotPasted(file('image/svg+xml'), 0)).toBe('kind');
    expect(whyNotPasted(file('image/png', 'x', 30_000_000), 0)).toBe('large');
    expect(whyNotPasted(file('image/png'), MOST_PICTURES)).toBe('many');
  });
});
