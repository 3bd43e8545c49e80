import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, linkOf, type ChainedEvent } from '../../rules/chain.ts';
import { nativeHashing } from './native.ts';

const bytes = fc.uint8Array({ maxLength: 40 });

describe('the faster hashes', () => {
  it('are the links of the chain', () => {
    fc.assert(fc.property(bytes, fc.jsonValue(), fc.string({ unit: 'grapheme' }), (previous, body, type) => {
      const event: ChainedEvent = { tenant: 't', stream: 's', seq: 1, of: 'matter', type, act: null, actor: null, occurredAt: 0, recordedAt: 0, policyVersion: null, body, commitments: {} };
      expect(Buffer.from(nativeHashing.link(previous, event)).equals(linkOf(previous, event))).toBe(true);
    }));
  });

  it('are the commitments', () => {
    fc.assert(fc.property(bytes, fc.string({ unit: 'grapheme' }), (salt, word) => {
      expect(nativeHashing.commit(salt, { name: word })).toEqual(commit(salt, { name: word }));
    }));
  });
});
