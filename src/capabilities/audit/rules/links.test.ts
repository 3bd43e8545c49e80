import { describe, expect, it } from 'vitest';
import { BEGINNING, commit, linkOf, type ChainedEvent } from './chain.ts';
import { follows, same, wrongWords, type StoredEvent } from './links.ts';

const salt = new Uint8Array(16).fill(3);
const words = { name: '王女士', note: '' };
const said: ChainedEvent = {
  tenant: 't', stream: 's', seq: 1, of: 'customer', type: 'registered', act: null, actor: null, occurredAt: 0, recordedAt: 0, policyVersion: null, body: {}, commitments: commit(salt, words),
};
const stored: StoredEvent = { ...said, hash: linkOf(BEGINNING, said), whole: true, words, salt };

describe('a stored event', () => {
  it('follows the hash it was written after, and no other', () => {
    expect(follows(BEGINNING, stored)).toBe(true);
    expect(follows(stored.hash, stored)).toBe(false);
    expect(follows(BEGINNING, { ...stored, hash: stored.hash.slice(1) })).toBe(false);
  });

  it('does not follow with an instant finer than we write', () => {
    expect(follows(BEGINNING, { ...stored, whole: false })).toBe(false);
  });
});

describe('words', () => {
  it('are right as they were written, and erased in part or as a whole', () => {
    for (const kept of [words, { name: words.name }, { name: null }, {}]) expect(wrongWords({ ...stored, words: kept })).toEqual([]);
    expect(wrongWords({ ...stored, words: {}, salt: new Uint8Array() })).toEqual([]);
  });

  it('are wrong by field', () => {
    expect(wrongWords({ ...stored, words: { ...words, name: '李女士' } })).toEqual(['name']);
    expect(wrongWords({ ...stored, words: { ...words, more: 'x' } })).toEqual(['more']);
    expect(wrongWords({ ...stored, words: { ...words, name: 5 } })).toEqual(['name']);
    expect(wrongWords({ ...stored, salt: new Uint8Array(16) })).toEqual(['name', 'note']);
  });

  it('are wrong as a whole when their row is gone, is no list of words, or belongs to an event that had none', () => {
    expect(wrongWords({ ...stored, words: undefined, salt: null })).toEqual(['']);
    for (const none of [null, 'x', [1], 5]) expect(wrongWords({ ...stored, words: none })).toEqual(['']);
    expect(wrongWords({ commitments: {}, words: {}, salt })).toEqual(['']);
    expect(wrongWords({ commitments: {}, words: undefined, salt: null })).toEqual([]);
    expect(wrongWords({ commitments: null, words: undefined, salt: null })).toEqual(['']);
  });
});

describe('two hashes', () => {
  it('are the same byte by byte', () => {
    expect(same(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).toBe(true);
    expect(same(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false);
    expect(same(new Uint8Array([1, 2]), new Uint8Array([1, 2, 3]))).toBe(false);
  });
});
