import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/platform/config/index.ts';
import { migrate, startEmbedded, type Embedded } from '../../src/platform/db/index.ts';
import { gone } from '../support/built.ts';
import { expectFiredOnce, fallingDue, untilFired } from '../support/deadlines.ts';
import { twoServers, type TwoServers } from '../support/two-servers.ts';
import { brokenRules } from '../support/wholeness.ts';

const COUNT = 10_000;
const MINUTE = 60_000;
const LATE_AT_MOST = 60_000;
/** Enough to write them all down before the first of them falls due. */
const AHEAD = 60_000;
let folder: string;
let embedded: Embedded;
let servers: TwoServers;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aftercare-gate-'));
  // So that the account under which PostgreSQL runs can walk in, when the tests run as root.
  await chmod(folder, 0o755);
  embedded = await startEmbedded(folder);
  await migrate(embedded.connection, join(packageRoot(), 'migrations'));
  servers = await twoServers(embedded.connection, join(folder, 'files'));
});
afterAll(async () => {
  await servers?.end();
  await embedded?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('two processes on one database', () => {
  it(`fire ${COUNT} deadlines of one minute within a minute, each once, though one of them is killed half-way`, async () => {
    const first = Date.now() + AHEAD;
    const ids = await fallingDue(servers, COUNT, first, MINUTE);
    expect(Date.now(), 'written down in time').toBeLessThan(first);
    await pause(first + MINUTE / 2 - Date.now());
    servers.first.process.kill('SIGKILL');
    await gone(servers.first.process);
    await untilFired(embedded.connection, ids.length, first + MINUTE + LATE_AT_MOST - Date.now());
    const { fired, lastAt } = await expectFiredOnce(embedded.connection, ids);
    const told = `${fired} fired, the last ${((lastAt - first - MINUTE) / 1000).toFixed(1)} s after the minute`;
    process.stdout.write(`${told}\n`);
    expect(fired, `${told}\n${servers.second.complaints().slice(0, 5_000)}`).toBe(COUNT);
    expect(lastAt).toBeLessThan(first + MINUTE + LATE_AT_MOST);
    expect(await brokenRules(embedded.connection)).toEqual({});
  });
});
