import { describe, expect, it } from 'vitest';
import { bearingOf } from './bearing.ts';

describe('what a person bears', () => {
  it('is himself, his positions where he holds them, and the units he belongs to', () => {
    const actor = { is: 'person' as const, person: 'p', unit: 'service', positions: [{ position: 'manager', unit: 'repairs' }, { position: 'manager', unit: 'service' }, { position: 'director', unit: null }], rights: [] };
    expect(bearingOf(actor)).toEqual({ person: 'p', positions: ['manager', 'director'], anywhere: ['director'], inUnits: ['manager@repairs', 'manager@service'], units: ['service', 'repairs'] });
  });

  it('is only himself where he holds nothing', () => {
    expect(bearingOf({ is: 'person', person: 'p', unit: null, positions: [], rights: [] })).toEqual({ person: 'p', positions: [], anywhere: [], inUnits: [], units: [] });
  });
});
