import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fireWhatIsDue } from '../../../src/capabilities/matters/index.ts';
import { chain, insertEvents, openCheckpointKey, recordHappening, type CheckpointKey, type Happening } from '../../../src/capabilities/audit/index.ts';
import { uuidv7, withScope, type Database } from '../../../src/platform/db/index.ts';
import { arrangeCare, openProduct, type TestDatabase } from '../../support/index.ts';

const AT = Date.parse('2026-03-02T09:00:00+08:00');
const SUBJECTS = ['person', 'customer', 'policy', 'company'] as const;

/** A company with a history of every sort: matters that were worked on and fell due, and streams of people, customers, policies. */
export async function livedCompany(base: TestDatabase): Promise<{ readonly tenant: string; readonly slug: string }> {
  const product = await openProduct(base);
  const care = await arrangeCare(base, product, 'lived');
  for (let matter = 0; matter < 6; matter++) {
    const received = await care.receive({ content: `第 ${matter} 件` });
    if (received.statusCode !== 201) throw new Error(`no matter was received: ${received.body}`);
    const { id } = received.json();
    if (matter % 2 === 0) await care.act(id, 'agent', { act: 'forward', fields: { to: 'engineering' } });
    if (matter % 3 === 0) await care.act(id, 'engineer', { act: 'investigate', fields: { findings: '老化' } });
  }
  product.clock.advance(26 * 3_600_000);
  await fireWhatIsDue(product.context);
  await happenings(base.database, care.tenant, 24, 5);
  return { tenant: care.tenant, slug: 'lived' };
}

/** Streams of subjects that keep no head of their own; every other event has words. */
async function happenings(database: Database, tenant: string, streams: number, each: number): Promise<void> {
  for (let at = 0; at < streams; at++) {
    const stream = uuidv7();
    await withScope(database, { tenant }, async (scope) => {
      for (let seq = 1; seq <= each; seq++) await recordHappening(scope, happening(stream, SUBJECTS[at % SUBJECTS.length] ?? 'person', seq));
    });
  }
}

function happening(stream: string, of: Happening['of'], seq: number): Happening {
  return {
    stream, of, type: seq === 1 ? 'registered' : 'changed', actor: seq % 3 === 0 ? null : stream, at: AT + seq * 61_037,
    body: { step: seq, share: 0.1 * seq, list: [1, 'zwei', null, { deep: true }], empty: {} }, ...(seq % 2 === 0 ? { words: { name: `王女士 ${seq}`, note: 'She said: “door” 🚪' } } : {}),
  };
}

/** A key that signs checkpoints; its file is gone again. */
export async function freshKey(): Promise<CheckpointKey> {
  const folder = await mkdtemp(join(tmpdir(), 'aftercare-key-'));
  try {
    return await openCheckpointKey(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Many events at once, for the long proofs. @returns the streams. */
export async function manyEvents(database: Database, tenant: string, streams: number, each: number): Promise<readonly string[]> {
  const all = Array.from({ length: streams }, () => uuidv7());
  for (let from = 0; from < streams; from += 200) {
    const rows = all.slice(from, from + 200).flatMap((stream) => chain({ tenant, stream, of: 'customer', policyVersion: null, head: null }, Array.from({ length: each }, (_, index) => {
      const { type, actor, at, body, words } = happening(stream, 'customer', index + 1);
      return { seq: index + 1, type, act: null, actor, occurredAt: at, recordedAt: at + 5, body, words: words ?? {} };
    })).rows);
    await withScope(database, { tenant }, (scope) => scope.runAll(insertEvents(tenant, rows)));
  }
  return all;
}
