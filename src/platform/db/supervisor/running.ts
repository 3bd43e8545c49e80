import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Connection } from '../connection.ts';
import { DATABASE, OWNER, passwordOf } from './initialise.ts';
import { placeFor, POINTER } from './place.ts';
import { readPidFile } from './postmaster.ts';
import { isPostgres } from './processes.ts';

/** What a data folder holds: no cluster, one that does not run, or one that somebody runs and that may be used beside him. */
export type FoundEmbedded = { readonly is: 'none' } | { readonly is: 'stopped' } | { readonly is: 'running'; readonly connection: Connection };

/** Looks for the embedded PostgreSQL of a data folder, without starting, holding or making anything. */
export async function findEmbedded(dataFolder: string): Promise<FoundEmbedded> {
  const folder = resolve(dataFolder);
  if (!(await exists(join(folder, 'postgres'))) && !(await exists(join(folder, POINTER)))) return { is: 'none' };
  const place = await placeFor(folder);
  if (!(await exists(join(place.cluster, 'PG_VERSION')))) return { is: 'none' };
  const found = await readPidFile(place);
  if (!found || found.status !== 'ready' || !(await isPostgres(found.pid))) return { is: 'stopped' };
  const password = await passwordOf(place);
  return { is: 'running', connection: { host: found.host, port: found.port, user: OWNER, database: DATABASE, ...(password ? { password } : {}) } };
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
