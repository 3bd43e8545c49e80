import { createHash, createHmac } from 'node:crypto';
import { canonical } from '#engine/canonical.ts';
import type { Hashing } from '../../rules/links.ts';

/** Links and commitments by the means of Node: three times as fast as the pure ones, and the same. */
export const nativeHashing: Hashing = {
  link: (previous, event) => createHash('sha256').update(previous).update(canonical(event)).digest(),
  commit: (salt, words) => Object.fromEntries(Object.entries(words).map(([field, value]) => [field, createHmac('sha256', salt).update(`${field}\u0000${value}`).digest('hex')])),
};
