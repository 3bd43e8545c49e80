import { verify, type KeyObject } from 'node:crypto';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { learn, nothingKnown, signedText, type Known } from '../../rules/checkpoint.ts';
import type { Findings } from '../../rules/problem.ts';
import { growRoot } from '../../rules/root.ts';
import { checkpointPages, type StoredCheckpoint } from '../stored.ts';

/** The newest checkpoint, and all that it vouches for. */
export interface Anchor {
  readonly newest: { readonly number: number; readonly at: number } | null;
  readonly known: Known;
}

/** Looks at every checkpoint: numbers without a gap, signatures, and the newest one's root over all that they say together. */
export async function checkCheckpoints(scope: Scope<TenantActor>, publicKey: KeyObject | null, found: Findings): Promise<Anchor> {
  const known = nothingKnown();
  let last: StoredCheckpoint | null = null;
  for await (const page of checkpointPages(scope)) {
    for (const each of page) {
      checkOne(each, last, publicKey, found);
      learn(known, each);
      last = each;
    }
  }
  if (!last) return { newest: null, known };
  if (!publicKey) found.add('checkpoint', {}, { zh: '数据目录里没有检查点的签名密钥，签名无法核对。请在原来的数据目录上核对', en: 'the data folder has no key for checkpoints, so no signature could be checked; verify with the data folder they were made in' });
  if (rootOfKnown(known) !== last.root) found.add('checkpoint', {}, { zh: `检查点 ${last.number} 的总校验码与各检查点记下的内容不符`, en: `the root of checkpoint ${last.number} is not that of what the checkpoints say` });
  return { newest: { number: last.number, at: last.at }, known };
}

function checkOne(one: StoredCheckpoint, before: StoredCheckpoint | null, publicKey: KeyObject | null, found: Findings): void {
  const expected = (before?.number ?? 0) + 1;
  if (one.number !== expected) {
    // Its signature covers the root of the one that is missing, so it cannot be checked.
    found.add('checkpoint', {}, { zh: `检查点 ${expected} 不见了，下一个是 ${one.number}`, en: `checkpoint ${expected} is missing; the next one is ${one.number}` });
    return;
  }
  if (publicKey && !(one.whole && verify(null, Buffer.from(signedText(one, before?.root ?? null)), publicKey, one.signature))) {
    found.add('checkpoint', {}, { zh: `检查点 ${one.number} 的签名不对：内容被改过，或由另一把密钥签名`, en: `the signature of checkpoint ${one.number} is wrong: it was changed, or signed with another key` });
  }
}

function rootOfKnown({ heads, counters }: Known): string {
  const root = growRoot(Object.fromEntries(counters));
  for (const [stream, head] of [...heads].sort(([a], [b]) => (a < b ? -1 : 1))) root.add(stream, head);
  return root.done();
}
