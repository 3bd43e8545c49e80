import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountFor, canReach, giveTo, type Account } from './account.ts';

/** Where the files of one PostgreSQL lie. */
export interface Place {
  /** Belongs to the account alone: cluster, log, socket and, where needed, the programs. */
  readonly home: string;
  readonly cluster: string;
  readonly log: string;
  readonly account: Account | undefined;
}

export const POINTER = 'postgres.path';

/**
 * The place for a data folder, made when it is missing: `<data>/postgres`. Where root started us and the data folder lies behind a door that
 * the account of PostgreSQL cannot pass (a checkout under /root), the place is `/var/lib/aftercare-<hash>` and the data folder
 * keeps a file `postgres.path` that names it; no door of somebody else's is opened for it.
 */
export async function placeFor(dataFolder: string): Promise<Place> {
  await mkdir(dataFolder, { recursive: true });
  const data = await realpath(dataFolder);
  const home = (await pointedAt(data)) ?? (await chosenFor(data));
  const cluster = join(home, 'cluster');
  const account = await accountFor(cluster);
  const made = await mkdir(home, { recursive: true, mode: 0o700 });
  if (made) await giveTo(account, home);
  return { home, cluster, log: join(home, 'postgresql.log'), account };
}

async function pointedAt(data: string): Promise<string | undefined> {
  const text = await readFile(join(data, POINTER), 'utf8').catch(() => '');
  return text.trim() || undefined;
}

async function chosenFor(data: string): Promise<string> {
  const inside = join(data, 'postgres');
  if (await canReach(await accountFor(join(inside, 'cluster')), data)) return inside;
  const home = `/var/lib/aftercare-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`;
  await writeFile(join(data, POINTER), `${home}\n`);
  return home;
}
