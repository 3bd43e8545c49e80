import { describe, expect, it } from 'vitest';
import { subjectOf } from './subject.ts';

describe('the subject of a matter', () => {
  it('is what somebody wrote, if he did', () => {
    expect(subjectOf('  电梯困人 ', '投诉', '3-2-1201', '老人受惊')).toBe('电梯困人');
  });

  it('is place and beginning of the content otherwise', () => {
    expect(subjectOf(undefined, '投诉', '3-2-1201', '门禁坏了\n三次没修')).toBe('3-2-1201 门禁坏了 三次没修');
    expect(subjectOf(undefined, '投诉', '滨江路\n9 号', '门禁坏了')).toBe('滨江路 9 号 门禁坏了');
  });

  it('is cut between characters, never inside one', () => {
    const cut = subjectOf(undefined, '投诉', '', '𠮷'.repeat(80));
    expect([...cut]).toHaveLength(60);
    expect(cut.endsWith('…')).toBe(true);
    expect(cut).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});
