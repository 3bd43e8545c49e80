import { describe, expect, it } from 'vitest';
import { likeliest, type Candidate } from './likeliest.ts';

const one = (number: string, because: Candidate['because'], alike: number, receivedAt = 0): Candidate => ({ number, because, alike, receivedAt });
const order = (...candidates: readonly Candidate[]): readonly string[] => likeliest(candidates).map((each) => each.number);

describe('what a matter is likely a duplicate of', () => {
  it('is the same words of the same customer first, then of his house, then of anybody', () => {
    expect(order(one('anybody', 'words', 0.5), one('house', 'house', 0.5), one('own', 'customer', 0.5))).toEqual(['own', 'house', 'anybody']);
  });
  it('is anything open of the same customer, whatever its words, but of others only what is alike', () => {
    expect(order(one('own', 'customer', 0), one('anybody', 'words', 0.34))).toEqual(['own']);
  });
  it('is the newest of equals, eight at most', () => {
    const many = Array.from({ length: 10 }, (_, n) => one(`n${n}`, 'customer', 0.4, n));
    expect(order(...many)).toEqual(['n9', 'n8', 'n7', 'n6', 'n5', 'n4', 'n3', 'n2']);
  });
});
