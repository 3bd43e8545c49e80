import fc from 'fast-check';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { BEGINNING, commit, linkOf, rootOf, type ChainedEvent } from './chain.ts';
import { growRoot, type Head } from './root.ts';

const event: ChainedEvent = {
  tenant: 't', stream: 's', seq: 1, of: 'matter', type: 'acted', act: 'receive', actor: 'p', occurredAt: 1_000, recordedAt: 2_000, policyVersion: 'v', body: { b: 1, a: [null, 'x'] }, commitments: {},
};
const link = (change: Partial<ChainedEvent> = {}, previous = BEGINNING): string => bytesToHex(linkOf(previous, { ...event, ...change }));

describe('a link of the chain', () => {
  it('is the same for the same event, however its keys are ordered', () => {
    expect(link({ body: { a: [null, 'x'], b: 1 } })).toBe(link());
  });

  it('is another as soon as anything is another', () => {
    const changes: Partial<ChainedEvent>[] = [
      { tenant: 'u' }, { stream: 'u' }, { seq: 2 }, { of: 'person' }, { type: 'u' }, { act: null }, { actor: null }, { occurredAt: 1_001 }, { recordedAt: 2_001 }, { policyVersion: null },
      { body: {} }, { commitments: { text: '00' } },
    ];
    expect(new Set([link(), link({}, new Uint8Array(32).fill(1)), ...changes.map((change) => link(change))]).size).toBe(changes.length + 2);
  });
});

describe('a commitment', () => {
  it('binds salt, field and word', () => {
    const salt = new Uint8Array(16).fill(7);
    const all = [commit(salt, { name: 'Li' })['name'], commit(salt, { note: 'Li' })['note'], commit(salt, { name: 'Lo' })['name'], commit(new Uint8Array(16), { name: 'Li' })['name']];
    expect(new Set(all).size).toBe(4);
    expect(commit(salt, { name: 'Li', note: 'x' })['name']).toBe(all[0]);
  });
});

describe('a root', () => {
  const head = fc.record({ seq: fc.integer({ min: 1 }), hash: fc.stringMatching(/^[0-9a-f]{64}$/) });
  const plain = fc.string().filter((name) => name !== '__proto__');

  it('grown head by head is that over all heads at once', () => {
    fc.assert(fc.property(fc.dictionary(fc.uuid(), head), fc.dictionary(plain, fc.nat()), (heads: Record<string, Head>, counters: Record<string, number>) => {
      const root = growRoot(counters);
      for (const stream of Object.keys(heads).sort()) root.add(stream, heads[stream] ?? { seq: 0, hash: '' });
      expect(root.done()).toBe(bytesToHex(rootOf(heads, counters)));
    }));
  });

  it('does not grow out of order', () => {
    const root = growRoot({});
    root.add('b', { seq: 1, hash: '' });
    expect(() => root.add('a', { seq: 1, hash: '' })).toThrow(RangeError);
    expect(() => root.add('b', { seq: 1, hash: '' })).toThrow(RangeError);
  });
});
