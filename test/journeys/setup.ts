import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { packageRoot } from '../../src/platform/config/index.ts';
import { buildServer, freePort, gone, startBuilt, untilHealth } from '../support/built.ts';
import { startChromium } from './chromium.ts';
import { PREFIX, removeLeftovers, SERVER } from './leftovers.ts';

/** The product as it runs for all journeys together, and the browser they share. */
export interface Showing {
  /** Where the product answers. */
  readonly address: string;
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
/** A line of the log that is no error: a wrong password, for example. */
const WARNING = '{"level":40';

/** Once per run: the built product with its demonstrations in a temporary folder, and a browser. @returns what ends both. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // So that the account under which PostgreSQL runs can walk in, when the tests run as root.
  await chmod(folder, 0o755);
  const port = await freePort();
  await Promise.all([buildServer(), promisify(execFile)(process.execPath, [join(packageRoot(), 'bin', 'web.mjs')], { cwd: packageRoot() })]);
  const [server, chromium] = await Promise.all([startBuilt({ AFTERCARE_DATA: folder, AFTERCARE_DEMO_PASSWORD: PASSWORD }, port), startChromium()]);
  await writeFile(join(folder, SERVER), String(server.process.pid));
  const end = async (): Promise<void> => {
    server.process.kill('SIGTERM');
    await Promise.all([gone(server.process), 'end' in chromium ? chromium.end() : null]);
    await rm(folder, { recursive: true, force: true });
    const errors = server.complaints().split('\n').filter((line) => line !== '' && !line.startsWith(WARNING));
    if (errors.length > 0) process.stderr.write(`the product wrote while the journeys ran:\n${errors.join('\n')}\n`);
  };
  try {
    await untilHealth(port, (health) => health?.demonstration === 'ready');
  } catch (error) {
    await end();
    throw error;
  }
  project.provide('showing', { address: `http://127.0.0.1:${port}`, password: PASSWORD, browser: 'at' in chromium ? { at: chromium.at } : chromium });
  return end;
}
