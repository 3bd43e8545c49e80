import type { KeyObject } from 'node:crypto';
import { withReadScope, type Company, type Database } from '#platform/db/index.ts';
import { findings, type Problem } from '../../rules/problem.ts';
import { holdStill } from '../snapshot.ts';
import { checkCounters, checkLooseWords } from './beside.ts';
import { checkCheckpoints } from './checkpoints.ts';
import { checkStreams, type Progress } from './streams.ts';

/** What a verification found. */
export interface Verified {
  readonly streams: number;
  readonly events: number;
  /** The newest checkpoint: since then a tail can be cut off unseen together with its row. */
  readonly checkpoint: { readonly number: number; readonly at: number } | null;
  readonly problems: readonly Problem[];
}

/**
 * Verifies the whole history of a company as it stands at one moment, while people go on working: every link, the words behind the
 * commitments, the rows and lists made from it, all checkpoints. Holds a page at a time, and a head per stream.
 * @param publicKey - from `readPublicKey`; null: signatures cannot be checked, which is a problem as soon as there is one.
 */
export function verifyTenant(db: Database, company: Pick<Company, 'id' | 'slug'>, publicKey: KeyObject | null, onProgress: Progress = () => {}): Promise<Verified> {
  return withReadScope(db, { tenant: company.id }, async (scope): Promise<Verified> => {
    await holdStill(scope);
    const found = findings(company.slug);
    const { newest, known } = await checkCheckpoints(scope, publicKey, found);
    const counters = await checkCounters(scope, found);
    const counted = await checkStreams(scope, known, found, counters.see, onProgress);
    counters.finish(known);
    await checkLooseWords(scope, found);
    return { ...counted, checkpoint: newest, problems: found.all() };
  });
}
