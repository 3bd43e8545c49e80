import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { packageRoot } from '../../src/platform/config/index.ts';
import { buildServer, freePort, gone, startBuilt, untilHealth } from '../support/built.ts';
import { startChromium } from './chromium.ts';
import { handOut } from './claims.ts';
import { PREFIX, removeLeftovers, SERVER } from './leftovers.ts';

/** What all journeys share. */
export interface Showing {
  /** Where each worker claims the address of a product of its own, with its own demonstrations. */
  readonly claims: number;
  /** The password of every account of the demonstrations. */
  readonly password: string;
  /** Where the browser is reached; or why there is none. */
  readonly browser: { readonly at: string } | { readonly missing: string };
}

declare module 'vitest' {
  export interface ProvidedContext {
    showing: Showing;
  }
}

const PASSWORD = 'seen by everybody';
/** Lines that are no error: a wrong password, for example, and its good-bye. */
const HARMLESS = ['{"level":40', '正在停止'];

/** Once per run: the built product as often as there are workers, each with its demonstrations in a temporary folder, and a browser. @returns what ends them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  await Promise.all([buildServer(), promisify(execFile)(process.execPath, [join(packageRoot(), 'bin', 'web.mjs')], { cwd: packageRoot() })]);
  const lanes = Array.from({ length: project.vitest.config.maxWorkers }, openProduct);
  const [chromium, ...products] = await Promise.all([startChromium(), ...lanes.map((lane) => lane.catch((error: unknown) => ({ error })))]);
  const end = async (): Promise<void> => {
    await Promise.all([...products.map((product) => ('end' in product ? product.end() : null)), 'end' in chromium ? chromium.end() : null]);
  };
  const failed = products.find((product) => 'error' in product);
  if (failed) {
    await end();
    throw failed.error;
  }
  const addresses = products.flatMap((product) => ('address' in product ? product.address : []));
  const claims = await handOut(addresses);
  project.provide('showing', { claims: claims.port, password: PASSWORD, browser: 'at' in chromium ? { at: chromium.at } : chromium });
  return () => Promise.all([end(), claims.end()]).then(() => undefined);
}

async function openProduct(): Promise<{ readonly address: string; end(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // So that the account under which PostgreSQL runs can walk in, when the tests run as root.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = await startBuilt({ AFTERCARE_DATA: folder, AFTERCARE_DEMO_PASSWORD: PASSWORD }, port);
  await writeFile(join(folder, SERVER), String(server.process.pid));
  const end = async (): Promise<void> => {
    server.process.kill('SIGTERM');
    await gone(server.process);
    await rm(folder, { recursive: true, force: true });
    const errors = server.complaints().split('\n').filter((line) => line !== '' && !HARMLESS.some((start) => line.startsWith(start)));
    if (errors.length > 0) process.stderr.write(`the product wrote while the journeys ran:\n${errors.join('\n')}\n`);
  };
  try {
    await untilHealth(port, (health) => health?.demonstration === 'ready');
  } catch (error) {
    await end();
    throw error;
  }
  return { address: `http://127.0.0.1:${port}`, end };
}
