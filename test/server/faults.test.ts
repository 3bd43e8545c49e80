import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fireWhatIsDue } from '../../src/capabilities/matters/index.ts';
import { gone } from '../support/built.ts';
import { chanceOf, seedOfRun } from '../support/chance.ts';
import { expectFiredOnce, fallingDue, untilFired } from '../support/deadlines.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../support/index.ts';
import { Ordeal } from '../support/ordeal.ts';
import { postKeyed } from '../support/post.ts';
import { twoServers, type TwoServers } from '../support/two-servers.ts';
import { brokenRules } from '../support/wholeness.ts';

// The short form of what test/gate proves at length.
const chance = chanceOf(seedOfRun());
const shared = await testDatabase(4);
const alone = await testDatabase(10);
const product = await openProduct(alone);

describe('a server that is killed while people write', () => {
  let ordeal: Ordeal;
  beforeAll(async () => { ordeal = await Ordeal.begin(chance); });
  afterAll(() => ordeal?.end());

  it('loses nothing it acknowledged, with its database or without, and the next start needs no hand', async () => {
    for (const strike of [() => ordeal.killEverything(), () => ordeal.killServer()]) {
      await ordeal.writeUntil(strike, 4, 500);
      await ordeal.start();
      await ordeal.expectNothingLost(5);
    }
  });

  it('ends in time when it is told to under load, and leaves no process behind', async () => {
    await ordeal.writeUntil(async () => {
      const began = performance.now();
      ordeal.server.process.kill('SIGTERM');
      expect(await gone(ordeal.server.process), ordeal.server.complaints()).toBe(0);
      expect(performance.now() - began).toBeLessThan(10_000);
    }, 4, 300);
    expect(await ordeal.databaseProcesses()).toEqual([]);
  });
});

describe('what falls due', () => {
  const AFTER_ITS_LIMIT = 25 * 60_000;
  let care: Care;

  beforeAll(async () => {
    care = await arrangeCare(alone, product);
  });

  const received = async (): Promise<string> => (await care.receive()).json().id;
  const isBreached = async (id: string): Promise<boolean> => (await care.read(`/api/matters/${id}`)).json().obligations.some((each: { state: string }) => each.state === 'breached');

  it('fires although other matters cannot be fired at all, and those are tried again without haste', async () => {
    const lost = await Promise.all(Array.from({ length: 8 }, received));
    product.clock.advance(1_000);
    const sound = await Promise.all(Array.from({ length: 4 }, received));
    await alone.owner({ text: `update matter set policy_version = 'lost' where id = any($1)`, values: [lost] });
    product.clock.advance(AFTER_ITS_LIMIT);
    expect(await fireWhatIsDue(product.context)).toBe(product.clock.now() + 1_000);
    expect(await Promise.all(sound.map(isBreached))).toEqual(sound.map(() => true));
  });

  it('waits for the next start when the process is told to end in the middle of it', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, received));
    product.clock.advance(AFTER_ITS_LIMIT);
    let asked = 0;
    await fireWhatIsDue(product.context, () => ++asked < 3);
    const meanwhile = (await Promise.all(ids.map(isBreached))).filter(Boolean).length;
    expect(meanwhile).toBeLessThan(ids.length);
    await fireWhatIsDue(product.context);
    expect(await Promise.all(ids.map(isBreached))).toEqual(ids.map(() => true));
  });
});

describe('two processes on one database', () => {
  const DEADLINES = 120;
  let servers: TwoServers;
  let files: string;
  let ids: readonly string[] = [];

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'aftercare-faults-'));
    servers = await twoServers(shared.connection, files, async (there) => { ids = await fallingDue(there, DEADLINES, Date.now() + 500, 2_000); });
  });
  afterAll(async () => {
    await servers?.end();
    await rm(files, { recursive: true, force: true });
  });

  it('fire each deadline once between them', async () => {
    const { connection } = shared;
    await untilFired(connection, DEADLINES, 15_000);
    expect((await expectFiredOnce(connection, ids)).fired).toBe(DEADLINES);
  });

  it('give one request that reaches both under one key one effect and one answer, though its own effect would refuse it', async () => {
    const cookie = await servers.as('agent');
    for (let round = 0; round < 8; round++) {
      // A major one: by night, too, it is forwarded at once, and these servers have the clock of the machine.
      const received = await postKeyed(servers.first.port, { cookie, key: `receive-${round}`, path: '/api/matters', body: { kind: 'complaint', channel: 'phone', content: '门禁坏了，夹伤了人', facts: { our_management: true, injury: true } } });
      const once = { cookie, key: `forward-${round}`, path: `/api/matters/${received.json.id}/acts`, body: { act: 'forward', fields: { to: 'engineering' }, version: 1 } };
      const [one, other] = await Promise.all([servers.first, servers.second].map(({ port }) => postKeyed(port, once)));
      expect(one?.status, JSON.stringify(one)).toBe(200);
      expect(other).toEqual(one);
    }
    expect(await brokenRules(shared.connection)).toEqual({});
  });
});
