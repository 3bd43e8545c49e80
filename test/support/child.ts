import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { TestServer } from './postgres.ts';

/** What the process says of its start. */
export interface Told {
  readonly connection?: TestServer;
  readonly error?: string;
  readonly message?: string;
}

/** Bundles a file of the tests, so that it can run in a process of its own, under another account, or in another folder. */
export async function bundled(entry: URL, to: string): Promise<void> {
  await build({ entryPoints: [entry.pathname], outfile: to, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });
}

/** Runs the bundle on a data folder and waits for its first line. */
export async function embeddedChild(bundle: string, dataFolder: string, uid?: number): Promise<{ child: ChildProcess; told: Told }> {
  const account = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, [bundle], { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: '/usr/bin:/bin', AFTERCARE_DATA: dataFolder }, ...account });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, told: JSON.parse(line) as Told };
}

/** Sends a signal and waits for the end. @returns the exit code; null when the signal ended it. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const exit = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await exit)[0];
}
