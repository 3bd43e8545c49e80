import { describe, expect, it } from 'vitest';
import { mayChange, mayKeepForTeam, reads, type Keeper } from './keeping.ts';

const agent: Keeper = { person: 'a', unit: 'desk', rights: ['work'] };
const head: Keeper = { person: 'h', unit: 'desk', rights: ['work', 'oversee'] };
const stranger: Keeper = { person: 's', unit: 'store', rights: ['work', 'oversee'] };

describe('a phrase', () => {
  it('of one’s own is read and changed by nobody else', () => {
    const own = { person: 'a', unit: null };
    expect([agent, head, stranger].map((each) => reads(each, own))).toEqual([true, false, false]);
    expect([agent, head, stranger].map((each) => mayChange(each, own))).toEqual([true, false, false]);
  });
  it('of a unit is read by all in it, and changed by whoever oversees there', () => {
    const shared = { person: null, unit: 'desk' };
    expect([agent, head, stranger].map((each) => reads(each, shared))).toEqual([true, true, false]);
    expect([agent, head, stranger].map((each) => mayChange(each, shared))).toEqual([false, true, false]);
  });
  it('can be kept for a unit only by somebody who is in one', () => {
    expect(mayKeepForTeam(head)).toBe(true);
    expect(mayKeepForTeam({ ...head, unit: null })).toBe(false);
  });
});
