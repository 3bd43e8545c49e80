import { describe, expect, it } from 'vitest';
import type { World } from '#engine';
import { receiverTitle } from './receiver-title.ts';

const person = (name: string, unit: string) => ({ person: name, unit, positions: [] });
const world = (people: readonly ReturnType<typeof person>[], away: readonly string[] = []): Parameters<typeof receiverTitle>[0] => ({
  policy: { units: { engineering: { title: '工程部' } }, positions: {} } as unknown as World['policy'],
  directory: { units: ['engineering'], people, absences: away.map((each) => ({ person: each, from: 0, until: null, by: 'x', only: null, except: [] })) }, now: 5,
});
const names = (id: string): string => `${id}工`;

describe('a receiver told to the caller', () => {
  it('is the unit and who of it is there, while they are few', () => {
    expect(receiverTitle(world([person('马', 'engineering'), person('蒋', 'engineering'), person('何', 'cleaning')], ['蒋']), { unit: 'engineering' }, names)).toBe('工程部 马工');
    expect(receiverTitle(world(['甲', '乙', '丙', '丁'].map((each) => person(each, 'engineering'))), { unit: 'engineering' }, names)).toBe('工程部');
  });
  it('is a person with his unit', () => {
    expect(receiverTitle(world([person('马', 'engineering')]), { person: '马' }, names)).toBe('工程部 马工');
  });
});
