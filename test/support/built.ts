import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/platform/config/index.ts';

const run = promisify(execFile);

/** The built product in a process of its own, as `npm start` leaves it when nothing is to be installed. */
export interface BuiltServer {
  readonly process: ChildProcess;
  readonly port: number;
  /** Milliseconds from its start to the first health that says it can work. */
  readonly readyIn: number;
  /** Everything it wrote on its error output so far. */
  complaints(): string;
}

/** Bundles the server where its sources have changed. Once before the first `startBuilt`. */
export async function buildServer(): Promise<void> {
  const bundle = new URL('bin/bundle.mjs', `file://${packageRoot()}/`).href;
  await run(process.execPath, ['--input-type=module', '-e', `const { bundleWhenStale } = await import('${bundle}'); await bundleWhenStale('server');`], { cwd: packageRoot() });
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/**
 * Starts the built server and waits until its health says that it can work.
 * @param environment - over the test's own, whose settings of the product do not reach it.
 * @throws Error with its complaints when it ends before that.
 */
export async function startBuilt(environment: Readonly<Record<string, string>>, port: number, args: readonly string[] = []): Promise<BuiltServer> {
  const begun = performance.now();
  const settings = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', PORT: String(port), ...environment };
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/server.js'), ...args], { cwd: packageRoot(), env: settings, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => { complaints += text; });
  while ((await healthOf(port))?.ok !== true) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended while it started: ${complaints}`);
    await pause(20);
  }
  return { process: child, port, readyIn: performance.now() - begun, complaints: () => complaints };
}

/** What health says, or null where nobody answers. */
export async function healthOf(port: number): Promise<{ ok: boolean; demonstration: string } | null> {
  return fetch(`http://127.0.0.1:${port}/api/health`).then((answer) => answer.json() as Promise<{ ok: boolean; demonstration: string }>, () => null);
}

/** Waits until health agrees. @throws Error after so many milliseconds. */
export async function untilHealth(port: number, agrees: (health: { ok: boolean; demonstration: string } | null) => boolean, atMost = 60_000): Promise<void> {
  const begun = performance.now();
  while (!agrees(await healthOf(port))) {
    if (performance.now() - begun > atMost) throw new Error(`health did not come to what was waited for within ${atMost} ms`);
    await pause(20);
  }
}

/** Waits for the end of a process that was signalled. @returns its exit code; null when a signal ended it. */
export async function gone(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** The postmaster of a data folder's embedded PostgreSQL and all its backends; empty where none runs. */
export async function databaseProcesses(dataFolder: string): Promise<readonly number[]> {
  const home = await readFile(join(dataFolder, 'postgres.path'), 'utf8').then((path) => path.trim(), () => join(dataFolder, 'postgres'));
  const postmaster = await readFile(join(home, 'cluster', 'postmaster.pid'), 'utf8').then((text) => Number(text.split('\n')[0]), () => 0);
  if (!(await isPostgres(postmaster))) return [];
  const parents = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(async (name) => ({ pid: Number(name), parent: await parentOf(name) })));
  return [postmaster, ...parents.filter(({ parent }) => parent === postmaster).map(({ pid }) => pid)];
}

/** Kills without mercy or warning; who is gone already does not matter. */
export function killAtOnce(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  return pid > 0 && /^\d+ \(postgres\) [^ZX]/.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
}

/** The fourth word of the line; the second is a name in brackets that may hold spaces. */
async function parentOf(pid: string): Promise<number> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}
