import { describe, expect, it } from 'vitest';
import { byGravity, parcelsOf } from './parcels.ts';

const NOW = 1_000_000;
const many = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe('messages to one person', () => {
  it('go one by one up to five in a minute', () => {
    expect(parcelsOf(many(5), [], NOW)).toEqual({ send: many(5).map((each) => [each]) });
    expect(parcelsOf(many(2), [NOW - 1000, NOW - 2000, NOW - 59_999], NOW)).toEqual({ send: [[0], [1]] });
  });

  it('become one where there are more, or would be', () => {
    expect(parcelsOf(many(200), [], NOW)).toEqual({ send: [many(200)] });
    expect(parcelsOf(many(6), [NOW - 60_000], NOW)).toEqual({ send: [many(6)] });
  });

  it('wait until the minute is over where some of them went out already', () => {
    expect(parcelsOf(many(3), [NOW - 1000, NOW - 2000, NOW - 3000], NOW)).toEqual({ later: NOW + 59_000 });
  });

  it('name the gravest first: by class, by what happened, by due time', () => {
    const of = (kind: 'alarm' | 'reminder' | 'information', template: string, due: string | null) => ({ class: kind, template, due });
    const sorted = [of('information', 'told', null), of('reminder', 'breached', '2026-03-03'), of('reminder', 'breached', '2026-03-02'), of('reminder', 'chased', null), of('alarm', 'told', null)].toSorted(byGravity);
    expect(sorted.map((each) => `${each.class} ${each.template} ${each.due ?? ''}`)).toEqual(['alarm told ', 'reminder breached 2026-03-02', 'reminder breached 2026-03-03', 'reminder chased ', 'information told ']);
  });
});
