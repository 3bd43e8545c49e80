import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bytesToHex } from '@noble/hashes/utils.js';
import { BEGINNING, commit, linkOf, rootOf, type ChainedEvent } from './chain.ts';

const event: ChainedEvent = {
  tenant: 't', stream: 's', seq: 1, of: 'matter', type: 'acted', act: 'receive', actor: null, occurredAt: 1, recordedAt: 2, policyVersion: 'v', body: { b: 1, a: [true] }, commitments: {},
};

describe('the chain', () => {
  it('changes its link when any part of the event changes', () => {
    const link = bytesToHex(linkOf(BEGINNING, event));
    fc.assert(fc.property(fc.constantFrom<keyof ChainedEvent>('tenant', 'stream', 'seq', 'of', 'type', 'act', 'actor', 'occurredAt', 'recordedAt', 'policyVersion', 'body'), fc.string({ minLength: 1 }), (part, value) => {
      const other = { ...event, [part]: `${value}!` };
      expect(bytesToHex(linkOf(BEGINNING, other))).not.toBe(link);
    }));
  });

  it('gives the same link whatever the order of keys in the body', () => {
    expect(linkOf(BEGINNING, { ...event, body: { a: [true], b: 1 } })).toEqual(linkOf(BEGINNING, event));
  });

  it('depends on everything before it', () => {
    expect(linkOf(linkOf(BEGINNING, event), event)).not.toEqual(linkOf(BEGINNING, event));
  });

  it('commits to words so that only the same salt and the same field give the same commitment', () => {
    const salt = new Uint8Array(16).fill(7);
    expect(commit(salt, { text: '漏水' })).toEqual(commit(salt, { text: '漏水' }));
    expect(commit(salt, { text: '漏水' })['text']).not.toBe(commit(new Uint8Array(16), { text: '漏水' })['text']);
    expect(commit(salt, { text: '漏水' })['text']).not.toBe(commit(salt, { reason: '漏水' })['reason']);
  });

  it('has a root that names every head and counter', () => {
    const heads = { a: { seq: 1, hash: '00' } };
    expect(rootOf(heads, { n: 1 })).not.toEqual(rootOf(heads, { n: 2 }));
    expect(rootOf(heads, {})).not.toEqual(rootOf({ a: { seq: 2, hash: '00' } }, {}));
  });
});
