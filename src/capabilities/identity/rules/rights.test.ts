import { describe, expect, it } from 'vitest';
import { rightsOf } from './rights.ts';

describe('rights', () => {
  it('are those of all positions together, each once', () => {
    expect(rightsOf(['work', 'oversee', 'work'], false)).toEqual(['work', 'oversee']);
  });

  it('of an administrator do not let him work on matters', () => {
    expect(rightsOf([], true)).toEqual(['administer', 'audit', 'read-policy']);
  });

  it('are never words that nobody defined', () => {
    expect(rightsOf(['everything'], false)).toEqual([]);
  });
});
