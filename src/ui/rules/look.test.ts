import { describe, expect, it } from 'vitest';
import { lookFrom } from './look.ts';

describe('a kept choice of look', () => {
  it('is read back as it was written', () => {
    expect(lookFrom(JSON.stringify({ theme: 'dark', size: 'large' }))).toEqual({ theme: 'dark', size: 'large' });
  });
  it('is the machine’s own and standard where nothing, nonsense or something else was written', () => {
    for (const kept of [null, '', '{', '7', '{"theme":"pink","size":3}']) expect(lookFrom(kept)).toEqual({ theme: 'system', size: 'standard' });
  });
});
