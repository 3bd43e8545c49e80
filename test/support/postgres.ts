import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packageRoot } from '../../src/platform/config/index.ts';
import { migrate, startEmbedded, type Connection } from '../../src/platform/db/index.ts';

/** Where the run's PostgreSQL is; its database is the migrated template and is never opened by a test. */
export type TestServer = Exclude<Connection, { connectionString: string }>;

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer;
  }
}

const PREFIX = 'aftercare-test-';

/** Once per run: a PostgreSQL in a temporary folder, and in it a database with all migrations to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // So that the account under which PostgreSQL runs can walk in, when the tests run as root.
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(folder, undefined, { durable: false });
  await migrate(embedded.connection, join(packageRoot(), 'migrations'));
  project.provide('postgres', embedded.connection);
  return async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
}


/** Runs that were killed leave a server and its folder behind; whoever comes next takes them away. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0;
    if (!pid || runs(pid)) continue;
    const folder = join(tmpdir(), name);
    const left = await startEmbedded(folder, undefined, { durable: false }).catch(() => undefined);
    await left?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
