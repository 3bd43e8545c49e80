import { describe, expect, it } from 'vitest';
import { bearerKeysOf } from './bearing.ts';

const UNITS = ['service', 'repairs', 'store'];

describe('what a person bears', () => {
  it('is himself, his positions where he holds them, and the units he belongs to', () => {
    const actor = { is: 'person' as const, person: 'p', unit: 'service', positions: [{ position: 'manager', unit: 'repairs' }, { position: 'director', unit: null }], rights: [] };
    expect(bearerKeysOf(actor, UNITS)).toEqual(['p:p', 'o:manager', 'o:manager@repairs', 'o:director', 'o:director@service', 'o:director@repairs', 'o:director@store', 'u:service', 'u:repairs']);
  });

  it('is only himself where he holds nothing', () => {
    expect(bearerKeysOf({ person: 'p', unit: null, positions: [] }, UNITS)).toEqual(['p:p']);
  });
});
