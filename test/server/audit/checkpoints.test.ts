import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCheckpointKey, readPublicKey, recordHappening, rootOf, startCheckpoints, verifyTenant, writeCheckpoint } from '../../../src/capabilities/audit/index.ts';
import { openLogs } from '../../../src/platform/log/index.ts';
import { uuidv7, withScope } from '../../../src/platform/db/index.ts';
import { manualClock, testDatabase } from '../../support/index.ts';
import { freshKey } from './history.ts';

const base = await testDatabase();
const { database, owner } = base;
const key = await freshKey();
const AT = Date.UTC(2026, 2, 2);

const happen = (tenant: string, stream: string): Promise<void> =>
  withScope(database, { tenant }, (scope) => recordHappening(scope, { stream, of: 'person', type: 'changed', actor: null, at: AT, body: {}, words: { name: 'Li' } }));
const count = (tenant: string, name: string): Promise<unknown> =>
  owner({ text: 'insert into tenant_counter (tenant_id, name, last) values ($1, $2, 1) on conflict (tenant_id, name) do update set last = tenant_counter.last + 1', values: [tenant, name] });
const write = (tenant: string, at = AT) => writeCheckpoint(database, { tenant }, { at, key });
const stored = (tenant: string) => owner<{ number: number; heads: Record<string, { seq: number; hash: string }>; counters: Record<string, number>; root: Uint8Array; streams: number; events: number }>({
  text: 'select number, heads, counters, root, streams, events::integer from checkpoint where tenant_id = $1 order by number', values: [tenant],
});

describe('checkpoints', () => {
  it('hold the root over all heads and counters, and of those only what has moved', async () => {
    const tenant = await base.company();
    const [one, other] = [uuidv7(), uuidv7()];
    for (const stream of [one, one, other]) await happen(tenant, stream);
    await count(tenant, 'number A-{00}');
    expect(await write(tenant)).toMatchObject({ is: 'written', number: 1 });
    await happen(tenant, other);
    await count(tenant, 'number B-{00}');
    expect(await write(tenant)).toMatchObject({ is: 'written', number: 2 });
    const [first, second] = await stored(tenant);
    expect(first).toMatchObject({ streams: 2, events: 3, heads: { [one]: { seq: 2 }, [other]: { seq: 1 } }, counters: { 'number A-{00}': 1 } });
    expect(second).toMatchObject({ streams: 2, events: 4, counters: { 'number B-{00}': 1 } });
    expect(Object.keys(second?.heads ?? {})).toEqual([other]);
    const heads = { ...first?.heads, ...second?.heads };
    expect(Buffer.from(second?.root ?? []).equals(rootOf(heads, { 'number A-{00}': 1, 'number B-{00}': 1 }))).toBe(true);
    expect((await verifyTenant(database, { id: tenant, slug: 'x' }, key.publicKey)).problems).toEqual([]);
  });

  it('are written even of an empty company, and not again while nothing happens', async () => {
    const tenant = await base.company();
    expect(await write(tenant)).toMatchObject({ is: 'written', number: 1 });
    expect(await write(tenant)).toEqual({ is: 'nothing-new' });
  });

  it('walk past more streams than one page has', async () => {
    const tenant = await base.company();
    const words = `insert into event (tenant_id, stream, seq, of, type, occurred_at, recorded_at, body, commitments, hash)
      select $1, gen_random_uuid(), s, 'person', 'x', now(), now(), '{}', '{}', sha256('x') from generate_series(1, 5203), generate_series(1, 2) s`;
    await owner({ text: words, values: [tenant] });
    expect(await write(tenant)).toMatchObject({ is: 'written' });
    expect(await stored(tenant)).toMatchObject([{ streams: 10_406 }]);
  });

  it('are one after the other when two processes write at once', async () => {
    const tenant = await base.company();
    await happen(tenant, uuidv7());
    const written = await Promise.all([write(tenant), write(tenant), write(tenant)]);
    expect(written.filter(({ is }) => is === 'written')).toHaveLength(1);
    expect(await stored(tenant)).toHaveLength(1);
  });

  it.each([
    ['a stream is gone', 'delete from event where stream = $1'],
    ['a tail is gone', 'delete from event where stream = $1 and seq = 2'],
    ['a head is another', `update event set hash = sha256(hash) where stream = $1 and seq = 2`],
    ['a history that grew was written anew', `with grown as (insert into event select tenant_id, stream, 3, "of", type, act, actor, occurred_at, recorded_at, policy_version, body, commitments, hash from event where stream = $1 and seq = 2)
      update event set hash = sha256(hash) where stream = $1 and seq = 2`],
    ['a counter is lower', 'update tenant_counter set last = last - 1 where tenant_id = (select tenant_id from event where stream = $1 limit 1)'],
  ])('are not written over the evidence when %s', async (_what, crime) => {
    const tenant = await base.company();
    const stream = uuidv7();
    await happen(tenant, stream);
    await happen(tenant, stream);
    await count(tenant, 'number A-{00}');
    await write(tenant);
    await owner({ text: crime, values: [stream] });
    await happen(tenant, uuidv7());
    expect(await write(tenant)).toMatchObject({ is: 'lost' });
    expect(await stored(tenant)).toHaveLength(1);
  });

  it('show when one of them was taken out, or two changed places', async () => {
    const tenant = await base.company();
    for (let round = 0; round < 4; round++) {
      await happen(tenant, uuidv7());
      await write(tenant, AT + round);
    }
    const faults = async () => (await verifyTenant(database, { id: tenant, slug: 'x' }, key.publicKey)).problems.filter(({ kind }) => kind === 'checkpoint');
    expect(await faults()).toEqual([]);
    await owner({ text: 'update checkpoint set number = 5 - number where tenant_id = $1 and number > 4', values: [tenant] });
    for (const [from, to] of [[2, 9], [3, 2], [9, 3]]) await owner({ text: 'update checkpoint set number = $3 where tenant_id = $1 and number = $2', values: [tenant, from, to] });
    expect((await faults()).length).toBeGreaterThan(0);
    for (const [from, to] of [[3, 9], [2, 3], [9, 2]]) await owner({ text: 'update checkpoint set number = $3 where tenant_id = $1 and number = $2', values: [tenant, from, to] });
    expect(await faults()).toEqual([]);
    await owner({ text: 'delete from checkpoint where tenant_id = $1 and number = 2', values: [tenant] });
    expect((await faults()).length).toBeGreaterThan(0);
  });
});

describe('the rounds', () => {
  it('write of every company, tell number and root, and write a last time at the end', async () => {
    const tenant = await base.company('of-the-rounds');
    const lines: string[] = [];
    const log = openLogs('info', { write: (line) => void lines.push(line) })('audit');
    const rounds = startCheckpoints({ db: database, clock: manualClock(AT), key, log });
    await happen(tenant, uuidv7());
    await rounds.write();
    await happen(tenant, uuidv7());
    await rounds.stop();
    expect((await stored(tenant)).map(({ number }) => number)).toEqual([1, 2]);
    const told = lines.map((line) => JSON.parse(line)).filter(({ company }) => company === 'of-the-rounds');
    expect(told).toMatchObject([{ number: 1, msg: 'wrote a checkpoint' }, { number: 2, root: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it('go on to the next company when one has lost something, and say so', async () => {
    const [damaged, sound] = [await base.company('a-damaged'), await base.company('z-sound')];
    await happen(damaged, uuidv7());
    const lines: string[] = [];
    const rounds = startCheckpoints({ db: database, clock: manualClock(AT), key, log: openLogs('error', { write: (line) => void lines.push(line) })('audit') });
    await rounds.write();
    await owner({ text: 'delete from event where tenant_id = $1', values: [damaged] });
    await happen(sound, uuidv7());
    await rounds.stop();
    expect(lines.map((line) => JSON.parse(line).company)).toContain('a-damaged');
    expect(await stored(sound)).toHaveLength(2);
  });
});

describe('the key of a data folder', () => {
  it('is made once, for the owner’s eyes only, and is the same for two that start together', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aftercare-key-'));
    expect(await readPublicKey(folder)).toBeNull();
    const keys = await Promise.all([openCheckpointKey(folder), openCheckpointKey(folder)]);
    const texts = [...keys.map(({ publicKey }) => publicKey), await readPublicKey(folder)].map((each) => each?.export({ type: 'spki', format: 'pem' }));
    expect(new Set(texts).size).toBe(1);
    expect(await readdir(join(folder, 'audit'))).toEqual(['checkpoint.key']);
    expect((await stat(join(folder, 'audit', 'checkpoint.key'))).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });
});
