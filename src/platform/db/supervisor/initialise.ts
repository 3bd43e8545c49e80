import { randomBytes } from 'node:crypto';
import { appendFile, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { giveTo } from './account.ts';
import type { Place } from './place.ts';
import { lives } from './processes.ts';
import { runProgram } from './programs.ts';
import { INCLUDE } from './settings.ts';

/** The owner of everything in an embedded cluster. */
export const OWNER = 'aftercare';
/** The product's database in it. */
export const DATABASE = 'aftercare';
const MAJOR = '18';
const HALF = 'cluster-half-';
const PASSWORD = 'password';

/**
 * Makes the cluster where there is none. It is made beside and renamed when whole: whoever is killed in the middle leaves
 * a half one, which the next start removes.
 * @throws Error when the cluster there belongs to another major version of PostgreSQL.
 */
export async function initialise(place: Place, programs: string, durable: boolean): Promise<void> {
  await removeHalves(place);
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version !== null) return requireVersion(version.trim(), place);
  const half = join(place.home, `${HALF}${process.pid}`);
  try {
    await runProgram(programs, 'initdb', place, [...(await argumentsFor(place, half)), ...(durable ? [] : ['--no-sync'])]);
    await appendFile(join(half, 'postgresql.conf'), INCLUDE);
    await rename(half, place.cluster);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    // Another process may have been quicker; then its cluster is as good as ours.
    if (!(await stat(join(place.cluster, 'PG_VERSION')).catch(() => null))) throw explained(error);
  }
}

/** Containers like to run under a number that no list of users knows; PostgreSQL does not. */
function explained(error: unknown): unknown {
  if (!(error instanceof Error) || !/could not look up effective user ID/.test(error.message)) return error;
  return new Error(
    `当前用户（编号 ${process.getuid?.()}）在系统里没有名字，随附的 PostgreSQL 不能以它运行。请换一个有名字的用户，或设 DATABASE_URL 指向已有的 PostgreSQL。\n` +
      `The current user (number ${process.getuid?.()}) has no name on this system, and the PostgreSQL that is included cannot run under it. Use a user with a name, or set DATABASE_URL to a PostgreSQL of your own.`,
    { cause: error },
  );
}

function requireVersion(found: string, place: Place): void {
  if (found === MAJOR) return;
  throw new Error(
    `${place.cluster} 是 PostgreSQL ${found} 的数据，本程序带的是 ${MAJOR}。请用原来的版本备份后恢复到新的数据目录。\n` +
      `${place.cluster} was made by PostgreSQL ${found}; this program brings ${MAJOR}. Back up with the earlier program and restore into a new data folder.`,
  );
}

async function removeHalves(place: Place): Promise<void> {
  for (const name of await readdir(place.home)) {
    if (name.startsWith(HALF) && !lives(Number(name.slice(HALF.length)))) await rm(join(place.home, name), { recursive: true, force: true });
  }
}

async function argumentsFor(place: Place, half: string): Promise<string[]> {
  const common = ['--pgdata', half, '--username', OWNER, '--encoding=UTF8', '--no-instructions', '--locale-provider=builtin'];
  if (process.platform !== 'win32') return [...common, '--auth=trust', ...localeArguments()];
  const file = join(place.home, PASSWORD);
  await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await giveTo(place.account, file);
  return [...common, '--auth=scram-sha-256', `--pwfile=${file}`, ...localeArguments()];
}

/** With the locale C, trigram search sees no Chinese; C.UTF-8 does, but not every system's library knows that name. */
function localeArguments(): string[] {
  if (process.platform === 'darwin') return ['--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=UTF-8'];
  if (process.platform === 'win32') return ['--builtin-locale=C.UTF-8', '--locale=C'];
  return ['--locale=C.UTF-8'];
}

/** The owner's password, where the cluster wants one (Windows). */
export async function passwordOf(place: Place): Promise<string | undefined> {
  return readFile(join(place.home, PASSWORD), 'utf8').catch(() => undefined);
}
