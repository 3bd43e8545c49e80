import { describe, expect, it } from 'vitest';
import { sources } from './tree/files.ts';

/** A join by the first of two columns that has a value. */
const BY_COALESCE = /\bjoin\b[^`']*?\bon\b[^`']*?= coalesce\(\w+\.\w+, \w+\.\w+\)/u;

describe('statements', () => {
  it('join by what row-level security lets an index be used for: `case`, never `coalesce`', () => {
    expect(sources(['src']).filter(({ text }) => BY_COALESCE.test(text)).map(({ path }) => path)).toEqual([]);
    expect('from customer k join customer c on c.tenant_id = $1 and c.id = coalesce(k.merged_into, k.id)').toMatch(BY_COALESCE);
  });
});
