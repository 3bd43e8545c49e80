import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { verifyTenant, writeCheckpoint, type CheckpointKey } from '../../src/capabilities/audit/index.ts';
import { asOwner, type OwnerRun } from '../../src/platform/db/index.ts';
import { freshKey, manyEvents } from '../server/audit/history.ts';
import { COLUMNS, flipBit, keep } from '../server/audit/tampering.ts';
import { testDatabase } from '../support/index.ts';

const STREAMS = 2_000;
const EACH = 10;
const ROUNDS = 20;
const FLIPS = 100;

const base = await testDatabase();
let company: { id: string; slug: string };
let key: CheckpointKey;
let streams: readonly string[];

beforeAll(async () => {
  company = { id: await base.company('many'), slug: 'many' };
  streams = await manyEvents(base.database, company.id, STREAMS, EACH);
  key = await freshKey();
  await writeCheckpoint(base.database, { tenant: company.id }, { at: Date.UTC(2026, 2, 4), key });
});

const verify = () => verifyTenant(base.database, company, key.publicKey);

describe('twenty thousand events', () => {
  it('are verified with at most a second of work of our own, whatever else the machine does', async () => {
    const spent: number[] = [];
    for (let round = 0; round < 5; round++) {
      const from = process.cpuUsage();
      expect(await verify()).toMatchObject({ streams: STREAMS, events: STREAMS * EACH, problems: [] });
      const { user, system } = process.cpuUsage(from);
      spent.push((user + system) / 1_000);
    }
    expect(Math.min(...spent)).toBeLessThan(1_000);
  });

  it('of which two thousand lose one bit each, betray every single one', async () => {
    await asOwner(base.connection, async (owner) => {
      const restore = await keep(owner);
      let committed = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const hurt = await flipMany(owner, round);
        const found = new Set((await verify()).problems.map(({ stream }) => stream));
        expect([...hurt].filter((stream) => !found.has(stream))).toEqual([]);
        committed += hurt.size;
        await restore();
      }
      expect(committed).toBe(ROUNDS * FLIPS);
    });
  });

  it('betray a cut at every single place of the chain', async () => {
    await asOwner(base.connection, async (owner) => {
      const restore = await keep(owner);
      for (let seq = 1; seq <= EACH; seq++) {
        const some = streams.slice(seq * 50, seq * 50 + 50);
        await owner({ text: 'delete from event where stream = any ($1) and seq >= $2', values: [some, seq] });
        await owner({ text: 'delete from event_words where stream = any ($1) and seq >= $2', values: [some, seq] });
        const found = (await verify()).problems;
        expect(found.map(({ stream }) => stream).sort()).toEqual([...some].sort());
        expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set([seq === 1 ? 'removed' : 'cut']));
        await restore();
      }
    });
  });
});

/** Flips a bit in as many streams, one in each; where a column does not take the flipped bytes, another bit is taken. */
async function flipMany(owner: OwnerRun, round: number): Promise<ReadonlySet<string>> {
  const random = fc.sample(fc.tuple(fc.constantFrom(...COLUMNS.filter(({ column }) => column !== 'stream')), fc.integer({ min: 1, max: EACH }), fc.nat(100_000)), { numRuns: 40_000, seed: 1_000 + round });
  const hurt = new Set<string>();
  let next = 0;
  for (const stream of streams.slice(round * FLIPS, (round + 1) * FLIPS)) {
    while (!hurt.has(stream)) {
      const [column, seq, bit] = random[next++] ?? [];
      if (!column || seq === undefined || bit === undefined) throw new Error('there were not enough places to flip');
      if (await flipBit(owner, { ...column, stream, seq }, bit)) hurt.add(stream);
    }
  }
  return hurt;
}
