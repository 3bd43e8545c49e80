import { describe, expect, it } from 'vitest';
import { overlap, proposedSubstitutes, wrongLeave, type Leave } from './substitutes.ts';

const leave = (person: string, from: number, until: number | null, ...substitutes: string[]): Leave => ({ person, from, until, substitutes });
const name = (person: string): string => person.toUpperCase();
const refused = (entered: Leave, ...others: Leave[]): string | undefined => wrongLeave(entered, others, name)?.en;

describe('a leave', () => {
  it('is entered where nothing stands against it, also right after another', () => {
    expect(refused(leave('a', 10, 20, 'b'), leave('b', 20, 30, 'c'), leave('a', 0, 10, 'b'))).toBeUndefined();
  });
  it('must end after it begins, and needs somebody else', () => {
    expect(refused(leave('a', 10, 10, 'b'))).toContain('after it begins');
    expect(refused(leave('a', 10, 20, 'b', 'a'))).toContain('for himself');
  });
  it('is refused when the substitute is away, with his name', () => expect(refused(leave('a', 10, 20, 'b'), leave('b', 19, 30, 'c'))).toContain('B is away'));
  it('is refused for whoever stands in for somebody then: no chains', () => expect(refused(leave('b', 10, 20, 'c'), leave('a', 15, 25, 'x', 'b'))).toContain('stand in for A'));
  it('is open to whoever looks after what a leaver left behind', () => expect(refused(leave('b', 10, 20, 'c'), leave('a', 0, null, 'b'))).toBeUndefined());
  it('cannot close a circle', () => expect(refused(leave('b', 10, 20, 'a'), leave('a', 10, 20, 'b'))).toBeDefined());
  it('is entered once for a time', () => expect(refused(leave('a', 10, 20, 'b'), leave('a', 19, 21, 'c'))).toContain('already entered'));
});

describe('two leaves', () => {
  it('overlap when they share an instant; one without an end shares all that come', () => {
    expect(overlap(leave('a', 0, 10), leave('b', 10, 20))).toBe(false);
    expect(overlap(leave('a', 0, 11), leave('b', 10, 20))).toBe(true);
    expect(overlap(leave('a', 5, null), leave('b', 1_000, 2_000))).toBe(true);
    expect(overlap(leave('a', 5, 5), leave('b', 0, 10))).toBe(false);
  });
});

describe('substitutes', () => {
  const person = (id: string, unit: string, ...positions: string[]) => ({ person: id, unit, positions: positions.map((position) => ({ position, unit })) });
  const absent = person('a', 'service', 'staff');
  it('are proposed by position and unit, without those who are shut out', () => {
    const people = [absent, person('u', 'service', 'chief'), person('p', 'branch', 'staff'), person('b', 'service', 'staff'), person('x', 'branch', 'other'), person('gone', 'service', 'staff')];
    expect(proposedSubstitutes(absent, people, new Set(['gone']))).toEqual(['b', 'p', 'u']);
  });
});
