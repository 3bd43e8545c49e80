import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chanceOf, seedOfRun } from '../support/chance.ts';
import { gone, untilHealth } from '../support/built.ts';
import { Ordeal } from '../support/ordeal.ts';

const ROUNDS = 20;
const AUDITED_EVERY = 5;
const STOPPED_WITHIN = 10_000;
const chance = chanceOf(seedOfRun());
let ordeal: Ordeal;

beforeAll(async () => {
  ordeal = await Ordeal.begin(chance);
});
afterAll(() => ordeal?.end());

describe('what was acknowledged', () => {
  it(`is all there after the server and its database were killed ${ROUNDS} times at moments of chance`, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      await ordeal.writeUntil(() => ordeal.killEverything());
      await ordeal.start();
      await ordeal.expectNothingLost();
      if (round % AUDITED_EVERY === 0) await ordeal.expectChainsHold();
    }
    expect(ordeal.writers.acknowledged.length).toBeGreaterThan(ROUNDS * 20);
  });

  it('is all there after the server alone was killed: the next one takes over its database', async () => {
    for (let round = 1; round <= 5; round++) {
      const [postmaster] = await ordeal.databaseProcesses();
      await ordeal.writeUntil(() => ordeal.killServer());
      await ordeal.start();
      expect((await ordeal.databaseProcesses())[0]).toBe(postmaster);
      await ordeal.expectNothingLost();
    }
  });

  it('is all there after the database alone was killed: the server goes on, and starts it again', async () => {
    for (let round = 1; round <= 5; round++) {
      const [postmaster] = await ordeal.databaseProcesses();
      await ordeal.writeUntil(() => ordeal.killDatabase(round % 2 === 0));
      await untilHealth(ordeal.port, (health) => health?.ok === true);
      expect(ordeal.server.process.exitCode, ordeal.server.complaints()).toBeNull();
      expect((await ordeal.databaseProcesses())[0]).not.toBe(postmaster);
      await ordeal.expectNothingLost();
    }
  });

  it('is all there after a polite stop under load, which leaves no process behind', async () => {
    for (let round = 1; round <= 3; round++) {
      let began = 0;
      await ordeal.writeUntil(async () => {
        began = performance.now();
        ordeal.server.process.kill('SIGTERM');
        expect(await gone(ordeal.server.process), ordeal.server.complaints()).toBe(0);
      });
      expect(performance.now() - began).toBeLessThan(STOPPED_WITHIN);
      expect(await ordeal.databaseProcesses()).toEqual([]);
      await ordeal.start();
      await ordeal.expectNothingLost();
    }
    await ordeal.expectChainsHold();
  });
});
