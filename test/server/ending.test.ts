import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { packageRoot } from '../../src/platform/config/index.ts';
import { databaseProcesses, freePort, killAtOnce, untilHealth } from '../support/built.ts';

const data = await mkdtemp(join(tmpdir(), 'aftercare-ending-'));
await chmod(data, 0o755);
const port = await freePort();
const npms: ChildProcess[] = [];

afterAll(async () => {
  killAtOnce([...(await below(npms.map(({ pid }) => pid ?? 0))), ...(await databaseProcesses(data))]);
  await rm(data, { recursive: true, force: true });
});

/** All that descend from these processes, and they themselves. */
async function below(pids: readonly number[]): Promise<readonly number[]> {
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(async (name) => {
    const line = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    return { pid: Number(name), parent: Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1]) };
  }));
  const found = new Set(pids);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

async function started(): Promise<{ npm: ChildProcess; family: readonly number[] }> {
  const npm = spawn('npm', ['start', '--', '--empty'], { cwd: packageRoot(), env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), AFTERCARE_DATA: data }, stdio: 'ignore', detached: true });
  npms.push(npm);
  await untilHealth(port, (health) => health?.ok === true);
  return { npm, family: await below([npm.pid ?? 0]) };
}

// A terminal tells the whole group when it is closed or Ctrl+C is pressed; others know npm's number alone, and npm passes on little.
it.each([
  ['npm alone gets SIGTERM', 'SIGTERM', 1], ['npm alone is killed', 'SIGKILL', 1], ['Ctrl+C is pressed', 'SIGINT', -1], ['the terminal is closed', 'SIGHUP', -1],
] as const)('ends server, pages and database in order when %s', async (_what, signal, whom) => {
  const { npm, family } = await started();
  expect(await databaseProcesses(data)).not.toEqual([]);
  expect(family.length).toBeGreaterThan(1);
  const exit = once(npm, 'exit');
  process.kill((npm.pid ?? 0) * whom, signal);
  await exit;
  await vi.waitFor(() => expect(family.filter(lives)).toEqual([]), { timeout: 20_000, interval: 50 });
  // Shut down, not torn down: a PostgreSQL that was killed leaves its file behind.
  expect([await databaseProcesses(data), existsSync(join(data, 'postgres', 'cluster', 'postmaster.pid'))]).toEqual([[], false]);
}, 60_000);

/** Gone, or dead and not yet fetched by init. */
function lives(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}
