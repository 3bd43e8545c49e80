import { describe, expect, it } from 'vitest';
import { DAY, MINUTE, type Policy } from '#engine';
import { nextAbove } from './above.ts';
import { toldAgainAt } from './again.ts';

const position = (id: string, level: number | null) => ({ id, title: `title of ${id}`, unit: null, level, inEveryUnit: false, source: { clause: [], ours: null, line: 1 } });
const policy = { positions: { clerk: position('clerk', 10), manager: position('manager', 30), director: position('director', 40), adviser: position('adviser', null) } } as unknown as Policy;
const person = (id: string, unit: string, held: string) => ({ person: id, unit, positions: [{ position: held, unit }] });
const directory = { units: ['service', 'works'], people: [person('li', 'service', 'clerk'), person('wang', 'works', 'manager'), person('zhao', 'office', 'director')] };

describe('an alarm nobody takes', () => {
  it('is told every five minutes for an hour, then every half hour, and no more after a day', () => {
    const first = 1_000_000;
    expect(toldAgainAt(2, first, first)).toBe(first + 5 * MINUTE);
    expect(toldAgainAt(13, first, first + 65 * MINUTE)).toBe(first + 95 * MINUTE);
    expect(toldAgainAt(60, first, first + DAY - 10 * MINUTE)).toBeNull();
  });
});

describe('the next above', () => {
  it('is the lowest position above that somebody holds, in the own unit where it is held there', () => {
    expect(nextAbove([{ position: 'clerk', unit: 'works' }], policy, directory)).toEqual({ to: [{ position: 'manager', unit: 'works' }], title: 'title of manager' });
    expect(nextAbove([{ position: 'clerk', unit: 'service' }], policy, directory)).toEqual({ to: [{ position: 'manager' }], title: 'title of manager' });
    expect(nextAbove([{ position: 'manager', unit: 'works' }, { position: 'clerk', unit: 'service' }], policy, directory)?.title).toBe('title of director');
  });

  it('passes over positions nobody holds, and is nobody above the highest', () => {
    const without = { ...directory, people: directory.people.filter((each) => each.person !== 'wang') };
    expect(nextAbove([{ position: 'clerk', unit: 'works' }], policy, without)?.title).toBe('title of director');
    expect(nextAbove([{ position: 'director', unit: 'office' }], policy, directory)).toBeNull();
    expect(nextAbove([], policy, { units: [], people: [] })).toBeNull();
  });
});
