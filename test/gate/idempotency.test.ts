import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chanceOf, seedOfRun } from '../support/chance.ts';
import { testDatabase } from '../support/index.ts';
import { postKeyed, sideBySide, type Keyed } from '../support/post.ts';
import { twoServers, type TwoServers } from '../support/two-servers.ts';
import { brokenRules, effectsByKey } from '../support/wholeness.ts';
import type { Answer } from '../support/writers.ts';

const REQUESTS = 1_000;
const REPEATS = 3;
const AT_A_TIME = 24;
const base = await testDatabase();
const chance = chanceOf(seedOfRun());
let servers: TwoServers;
let files: string;
let cookie: string;

beforeAll(async () => {
  files = await mkdtemp(join(tmpdir(), 'aftercare-gate-'));
  servers = await twoServers(base.connection, files);
  cookie = await servers.as('agent');
});
afterAll(async () => {
  await servers?.end();
  await rm(files, { recursive: true, force: true });
});

const receiving = (key: string): Keyed => ({ cookie, key, path: '/api/matters', body: { kind: 'complaint', channel: 'phone', content: key, facts: { service_short: true } } });
const noting = (key: string, id: string): Keyed => ({ cookie, key, path: `/api/matters/${id}/acts`, body: { act: 'note', fields: { text: key } } });

/** Every request so many times, in an order of chance, to either server by chance. @returns the answers by key. */
async function repeated(requests: readonly Keyed[]): Promise<ReadonlyMap<string, readonly Answer[]>> {
  const all = requests.flatMap((request) => Array.from({ length: REPEATS }, () => ({ request, turn: chance(), port: chance() < 0.5 ? servers.first.port : servers.second.port })));
  const answers = new Map<string, Answer[]>();
  await sideBySide(all.sort((a, b) => a.turn - b.turn), AT_A_TIME, async ({ request, port }) => {
    const answer = await postKeyed(port, request);
    answers.set(request.key, [...(answers.get(request.key) ?? []), answer]);
  });
  return answers;
}

function expectEqualAnswers(answers: ReadonlyMap<string, readonly Answer[]>, status: number): void {
  expect(answers.size).toBe(REQUESTS);
  for (const [key, [first, ...others]] of answers) {
    expect(first?.status, JSON.stringify({ key, first })).toBe(status);
    expect(others).toEqual([first, first]);
  }
}

describe(`${REQUESTS} requests, each sent ${REPEATS} times at once to two processes`, () => {
  let ids: readonly string[] = [];

  it('receive exactly so many matters, and answer each repetition alike', async () => {
    const requests = Array.from({ length: REQUESTS }, (_, index) => receiving(`gate-r-${index}`));
    const answers = await repeated(requests);
    expectEqualAnswers(answers, 201);
    ids = [...answers.values()].flatMap(([first]) => (first?.json.id ? [first.json.id] : []));
    expect(new Set(ids).size).toBe(REQUESTS);
    const effects = await effectsByKey(base.connection);
    expect(effects.size).toBe(REQUESTS);
    expect([...effects].filter(([, times]) => times !== 1)).toEqual([]);
  });

  it('write exactly so many acts, though many fall on the same matters', async () => {
    const answers = await repeated(Array.from({ length: REQUESTS }, (_, index) => noting(`gate-a-${index}`, ids[index % 50] ?? '')));
    expectEqualAnswers(answers, 200);
    const effects = [...(await effectsByKey(base.connection))].filter(([key]) => key.startsWith('gate-a-'));
    expect(effects).toHaveLength(REQUESTS);
    expect(effects.filter(([, times]) => times !== 1)).toEqual([]);
    expect(await brokenRules(base.connection)).toEqual({});
  });

  it('are refused with 422 under a key that was used for another body or another address', async () => {
    const { port } = servers.second;
    expect(await postKeyed(port, { ...receiving('gate-r-1'), body: receiving('another').body })).toMatchObject({ status: 422 });
    expect(await postKeyed(port, { ...noting('gate-r-1', ids[0] ?? '') })).toMatchObject({ status: 422 });
    expect((await effectsByKey(base.connection)).get('another')).toBeUndefined();
  });
});
