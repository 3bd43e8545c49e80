import { describe, expect, it } from 'vitest';
import { opened, recentFrom, stepped } from './recent.ts';

const customer = (n: number) => ({ is: 'customer', id: `0192f000-0000-7000-8000-00000000000${n}`, title: `客户${n}`, phone: '', address: '', customer: null }) as const;

describe('what was opened lately', () => {
  it('stands first, once, and six long', () => {
    const seven = [1, 2, 3, 4, 5, 6, 7, 3].reduce((recent, n) => opened(recent, customer(n)), recentFrom(null));
    expect(seven.map((each) => each.title)).toEqual(['客户3', '客户7', '客户6', '客户5', '客户4', '客户2']);
  });
  it('is read back, and is nothing where it cannot be read', () => {
    expect(recentFrom(JSON.stringify([customer(1)]))).toEqual([customer(1)]);
    for (const kept of ['', '{', '[{"is":"cat"}]', '7']) expect(recentFrom(kept)).toEqual([]);
  });
});

describe('a step in a list', () => {
  it('goes around both ends, and enters it from outside', () => {
    expect([stepped(0, 1, 3), stepped(2, 1, 3), stepped(0, -1, 3), stepped(-1, 1, 3), stepped(-1, -1, 3), stepped(-1, 1, 0)]).toEqual([1, 0, 2, 0, 2, -1]);
  });
});
