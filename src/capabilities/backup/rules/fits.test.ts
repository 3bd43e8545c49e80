import { describe, expect, it } from 'vitest';
import { unfit } from './fits.ts';

const [first, second, third] = ['0001_a.sql', '0002_b.sql', '0003_c.sql'].map((name, at) => ({ name, hash: String(at).repeat(64) }));
const all = [first, second, third].flatMap((each) => (each ? [each] : []));

describe('a backup', () => {
  it('fits the program that made it, and a later one', () => {
    expect(unfit(all, all)).toBeNull();
    expect(unfit(all.slice(0, 2), all)).toBeNull();
  });

  it('does not fit an earlier program, nor one whose history is another', () => {
    expect(unfit(all, all.slice(0, 2))?.en).toContain('newer program (0003_c.sql)');
    expect(unfit([{ name: '0001_a.sql', hash: 'f'.repeat(64) }], all)?.en).toContain('another structure');
    expect(unfit(all.slice(1), all)?.en).toContain('another structure');
  });
});
