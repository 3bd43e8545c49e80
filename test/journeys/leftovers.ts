import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Folders of runs begin so; the number of the run's process follows. */
export const PREFIX = 'aftercare-journeys-';
/** In such a folder: the number of the product's process. */
export const SERVER = 'server.pid';

/** Runs that were killed leave the product running, and its folder; whoever comes next ends the one and takes away the other. */
export async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0;
    if (!run || await commandOf(run) !== '') continue;
    const folder = join(tmpdir(), name);
    const server = Number(await readFile(join(folder, SERVER), 'utf8').catch(() => '0'));
    if (server > 0 && await isProduct(server)) process.kill(server, 'SIGTERM');
    for (let tries = 0; tries < 100 && server > 0 && await isProduct(server); tries += 1) await pause(100);
    await rm(folder, { recursive: true, force: true });
  }
}

const isProduct = async (pid: number): Promise<boolean> => (await commandOf(pid)).includes('dist/server.js');

/** How a process was started; empty when it is no more (or where there is no /proc to tell). */
async function commandOf(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}
