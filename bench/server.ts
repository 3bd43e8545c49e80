import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '#platform/config/index.ts';

export interface RunningServer { readonly process: ChildProcess; readonly pid: number; readonly port: number; readonly startedIn: number; stop(): Promise<void> }

/** Starts the built server as a user would and waits until its health answers. @param args - after `--`. `--profile=folder` keeps its CPU profile there. */
export async function startServer(environment: Record<string, string>, port: number, args: readonly string[] = []): Promise<RunningServer> {
  const begun = performance.now();
  const folder = process.argv.find((each) => each.startsWith('--profile='))?.slice('--profile='.length);
  const profile = folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
  const child = spawn(process.execPath, [...profile, join(packageRoot(), 'dist/server.js'), ...args], { cwd: packageRoot(), env: { ...process.env, PORT: String(port), ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const healthy = await fetch(`http://127.0.0.1:${port}/api/health`).then((answer) => answer.ok, () => false);
    if (healthy) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    process: child, pid: child.pid ?? 0, port, startedIn: performance.now() - begun,
    async stop() { child.kill('SIGTERM'); await gone; },
  };
}

/** Waits until the demonstrations are there. @returns milliseconds from now. */
export async function untilDemonstration(port: number): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const health = (await (await fetch(`http://127.0.0.1:${port}/api/health`)).json()) as { demonstration: string };
    if (health.demonstration === 'ready') return performance.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
