import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { backupStatus, BackupRefused, makeBackup, restoreBackup, startNightly, tryRestoring, type Progress } from '../../src/capabilities/backup/index.ts';
import { openCheckpointKey, writeCheckpoint } from '../../src/capabilities/audit/index.ts';
import { manualClock } from '../../src/platform/clock/index.ts';
import { packageRoot } from '../../src/platform/config/index.ts';
import { asOwner, uuidv7 } from '../../src/platform/db/index.ts';
import { fileStore } from '../../src/platform/files/index.ts';
import { silentLog } from '../../src/platform/log/index.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../support/index.ts';
import { bundled } from '../support/child.ts';
import { digestOf } from './battery/digest.ts';

const base = await testDatabase();
const product = await openProduct(base);
const server = inject('postgres');
const migrations = join(packageRoot(), 'migrations');
const AT = Date.parse('2026-03-02T10:00:00+08:00');
let care: Care;
let folder: string;
let dataFolder: string;
let places = 0;

/** Everything but what belongs to an installation. */
const contentOf = async (owner: (typeof base)['owner']): Promise<Record<string, string>> => {
  const { migration: _migration, backup_run: _runs, ...rest } = await digestOf({ ...base, owner });
  return rest;
};
const place = (): string => join(folder, `place-${++places}`);
const backUp = (to: string, more: Partial<Parameters<typeof makeBackup>[0]> = {}) => makeBackup({ connection: base.connection, dataFolder, folder: to, product: '0.0.0', at: AT, ...more });

/** An empty database of its own, by its address, and a way to look into it. */
async function emptyDatabase(owner?: string): Promise<{ url: string; owner: (typeof base)['owner'] }> {
  const name = `test_${uuidv7().replaceAll('-', '')}`;
  await asOwner({ ...server, database: 'postgres' }, (run) => run({ text: `create database ${name}${owner ? ` owner ${owner}` : ''}`, values: [] }));
  afterAll(() => asOwner({ ...server, database: 'postgres' }, (run) => run({ text: `drop database ${name} with (force)`, values: [] })));
  const url = `postgres://${owner ?? server.user}:${owner ? 'pw' : (server.password ?? '')}@/${name}?host=${encodeURIComponent(server.host)}&port=${server.port ?? 5432}`;
  return { url, owner: (statement) => asOwner({ ...server, database: name }, (run) => run(statement)) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aftercare-backups-'));
  dataFolder = join(folder, 'data');
  care = await arrangeCare(base, product);
  const { id } = (await care.receive({ content: '第一行\n第二行\u2028第三行 𠮷 "引号" \\ 反斜杠\t制表' })).json();
  await care.act(id, 'agent', { act: 'forward', fields: { to: 'engineering' } });
  for (let count = 0; count < 30; count++) await care.receive();
  const store = fileStore(join(dataFolder, 'files'));
  for (const words of ['one', 'two', 'three']) {
    const sha256 = await store.put(care.tenant, Buffer.from(words));
    await base.owner({ text: "insert into attachment values ($1, $2, $3, 'x', 'text/plain', 3, decode($4, 'hex'), $5, now())", values: [care.tenant, uuidv7(), id, sha256, uuidv7()] });
  }
  await writeCheckpoint(base.database, { tenant: care.tenant }, { at: AT, key: await openCheckpointKey(dataFolder) });
  // A company without anything, and one whose id comes first.
  await base.company('nothing-yet');
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a backup', () => {
  it('restored into an empty place gives the same rows in every table, the same files, and a chain that verifies', async () => {
    const [kept, target] = [place(), { ...(await emptyDatabase()), dataFolder: place() }];
    const told: Progress[] = [];
    const made = await backUp(kept);
    const restored = await restoreBackup({ folder: kept, target: { dataFolder: target.dataFolder, databaseUrl: target.url }, migrations, onProgress: (progress) => told.push(progress) });
    expect(made.doubts).toEqual([]);
    expect(restored).toMatchObject({ is: 'restored', rows: made.rows, companies: [{ company: 'care', problems: [] }, { company: 'nothing-yet', problems: [] }] });
    expect(await contentOf(target.owner)).toEqual(await contentOf(base.owner));
    expect((await readdir(join(target.dataFolder, 'files', care.tenant), { recursive: true })).toSorted()).toEqual((await readdir(join(dataFolder, 'files', care.tenant), { recursive: true })).toSorted());
    expect(await readFile(join(target.dataFolder, 'audit', 'checkpoint.key'), 'utf8')).toBe(await readFile(join(dataFolder, 'audit', 'checkpoint.key'), 'utf8'));
    expect(new Set(told.map(({ step }) => step))).toEqual(new Set(['checking', 'rows', 'files', 'verifying']));
  }, 60_000);

  it('is that of one moment, whatever is written meanwhile', async () => {
    const [kept, target] = [place(), { ...(await emptyDatabase()), dataFolder: place() }];
    const before = await contentOf(base.owner);
    const writing: Promise<unknown>[] = [];
    await backUp(kept, { onProgress: ({ step }) => { if (step === 'rows' && writing.length < 5) writing.push(care.receive()); } });
    await Promise.all(writing);
    expect(await contentOf(base.owner)).not.toEqual(before);
    await restoreBackup({ folder: kept, target: { dataFolder: target.dataFolder, databaseUrl: target.url }, migrations });
    expect(await contentOf(target.owner)).toEqual(before);
  }, 60_000);

  it('is made and restored by an owner whom row-level security keeps out, too', async () => {
    await asOwner({ ...server, database: 'postgres' }, async (run) => {
      await run({ text: "do $$ begin create role care_owner login password 'pw' nosuperuser createrole; exception when duplicate_object then null; end $$", values: [] });
      await run({ text: 'grant aftercare_app, aftercare_due to care_owner with admin option', values: [] });
    });
    const [first, second] = [await emptyDatabase('care_owner'), await emptyDatabase('care_owner')];
    const [one, two] = [place(), place()];
    await backUp(one);
    await restoreBackup({ folder: one, target: { dataFolder: place(), databaseUrl: first.url }, migrations });
    const again = await makeBackup({ connection: { connectionString: first.url }, dataFolder, folder: two, product: '0.0.0', at: AT });
    expect(again.rows).toBeGreaterThan(100);
    await restoreBackup({ folder: two, target: { dataFolder: place(), databaseUrl: second.url }, migrations });
    expect(await contentOf(second.owner)).toEqual(await contentOf(base.owner));
  }, 60_000);

  it('tells of attached files that are missing or damaged, and holds the rest', async () => {
    const [kept, data] = [place(), place()];
    await cp(dataFolder, data, { recursive: true });
    const [first = '', second = ''] = (await readdir(join(data, 'files', care.tenant), { recursive: true })).filter((path) => path.length > 10);
    await rm(join(data, 'files', care.tenant, first));
    await writeFile(join(data, 'files', care.tenant, second), 'other');
    const { doubts, manifest } = await backUp(kept, { dataFolder: data });
    expect(doubts.map(({ file }) => file).toSorted()).toEqual([first, second].map((path) => `${care.tenant}/${path}`).toSorted());
    expect(manifest.files.count).toBe(2);
  });

  it('shares what has not changed with the one before', async () => {
    const [one, two] = [place(), place()];
    await backUp(one);
    await backUp(two, { before: one });
    const [file = ''] = (await readdir(join(two, 'files', care.tenant), { recursive: true })).filter((path) => path.length > 10);
    expect((await stat(join(two, 'files', care.tenant, file))).ino).toBe((await stat(join(one, 'files', care.tenant, file))).ino);
  });

  it('that was broken off leaves nothing that looks like one', async () => {
    const kept = place();
    await expect(backUp(kept, { onProgress: ({ what }) => { if (what === 'matter') throw new Error('the disk is full'); } })).rejects.toThrow('the disk is full');
    expect((await readdir(folder)).filter((name) => name.startsWith(kept.slice(folder.length + 1)))).toEqual([]);
    await expect(restoreBackup({ folder: kept, target: { dataFolder: place() }, migrations })).rejects.toThrow(BackupRefused);
  });
});

describe('a backup whose process was killed', () => {
  it('is no backup, is not taken for one at night, and is swept away a day later', async () => {
    const gathered = place();
    const kept = join(gathered, 'aftercare-20260301T183000Z');
    const bundle = join(packageRoot(), 'node_modules', '.cache', `backup-child-${process.pid}.mjs`);
    await bundled(new URL('../support/backup-child.ts', import.meta.url), bundle);
    const child = spawn(process.execPath, [bundle, JSON.stringify(base.connection), dataFolder, kept], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await rm(bundle);
    const [left = ''] = await readdir(gathered);
    expect(left).toMatch(/^aftercare-20260301T183000Z\.unfinished-/);
    for (const folderNamed of [kept, join(gathered, left)]) await expect(restoreBackup({ folder: folderNamed, target: { dataFolder: place() }, migrations })).rejects.toThrow(/no complete backup/);
    const clock = manualClock(Date.now());
    const nightly = startNightly({ connection: base.connection, dataFolder, folder: async () => gathered, migrations, product: '0.0.0', clock, log: silentLog });
    await nightly.backUp();
    expect(await readdir(gathered)).toContain(left);
    clock.advance(2 * 86_400_000);
    await nightly.backUp();
    await nightly.stop();
    expect((await readdir(gathered)).every((name) => /^aftercare-\d{8}T\d{6}Z$/.test(name))).toBe(true);
    await base.owner({ text: 'delete from backup_run', values: [] });
  }, 60_000);
});

describe('a restoration', () => {
  it('refuses a backup of which any file was changed, cut, swapped or taken away, and writes nothing', async () => {
    const kept = place();
    await backUp(kept);
    const files = (await readdir(kept, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && entry.name !== 'manifest.json').map((entry) => join(entry.parentPath, entry.name).slice(kept.length + 1));
    expect(files.length).toBeGreaterThan(25);
    for (const file of files) {
      const path = join(kept, file);
      const whole = await readFile(path);
      const bent = Buffer.from(whole);
      bent[Math.floor(bent.length / 2)] = (bent[Math.floor(bent.length / 2)] ?? 0) ^ 1;
      for (const damage of [bent, whole.subarray(0, -1), null]) {
        await (damage === null ? rm(path) : writeFile(path, damage));
        const target = { dataFolder: place() };
        expect(await restoreBackup({ folder: kept, target, migrations })).toMatchObject({ is: 'damaged', damages: [{ file }] });
        expect(await readdir(target.dataFolder).catch(() => 'nothing')).toBe('nothing');
      }
      await writeFile(path, whole);
    }
  }, 60_000);

  it('refuses a place that is not empty, and leaves it as it was', async () => {
    const [kept, used] = [place(), place()];
    await backUp(kept);
    await backUp(used);
    await expect(restoreBackup({ folder: kept, target: { dataFolder: used }, migrations })).rejects.toThrow(/not empty/);
    const database = await emptyDatabase();
    await database.owner({ text: 'create table somebody_else (id integer)', values: [] });
    await expect(restoreBackup({ folder: kept, target: { dataFolder: place(), databaseUrl: database.url }, migrations })).rejects.toThrow(/somebody_else/);
    expect(await database.owner({ text: "select 1 from pg_class where relname = 'somebody_else'", values: [] })).toHaveLength(1);
    await expect(backUp(used)).rejects.toThrow(/not empty/);
  }, 60_000);

  it('refuses what was made by a newer program, what has another history, and what is no backup', async () => {
    const kept = place();
    await backUp(kept);
    const manifest = JSON.parse(await readFile(join(kept, 'manifest.json'), 'utf8'));
    const target = { dataFolder: place() };
    for (const [change, words] of [
      [{ migrations: [...manifest.migrations, { name: '9999_later.sql', hash: 'a'.repeat(64) }] }, /newer program/],
      [{ migrations: [{ ...manifest.migrations[0], hash: 'a'.repeat(64) }] }, /another structure/],
      [{ keys: [{ file: '../../etc/passwd', bytes: 1, sha256: 'a'.repeat(64) }] }, /cannot be understood/],
      [{ format: 2 }, /cannot be understood/],
    ] as const) {
      await writeFile(join(kept, 'manifest.json'), JSON.stringify({ ...manifest, ...change }));
      await expect(restoreBackup({ folder: kept, target, migrations })).rejects.toThrow(words);
    }
    await rm(join(kept, 'manifest.json'));
    await expect(restoreBackup({ folder: kept, target, migrations })).rejects.toThrow(/no complete backup/);
  });

  it('that fails half-way leaves nothing behind', async () => {
    const [kept, target] = [place(), { ...(await emptyDatabase()), dataFolder: place() }];
    await backUp(kept);
    const failing = restoreBackup({ folder: kept, target: { dataFolder: target.dataFolder, databaseUrl: target.url }, migrations, onProgress: ({ what }) => { if (what === 'obligation') throw new Error('pulled out'); } });
    await expect(failing).rejects.toThrow('pulled out');
    expect(await target.owner({ text: "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'", values: [] })).toEqual([]);
    expect(await readdir(target.dataFolder).catch(() => [])).toEqual([]);
    expect((await restoreBackup({ folder: kept, target: { dataFolder: target.dataFolder, databaseUrl: target.url }, migrations })).is).toBe('restored');
  }, 60_000);
});

describe('the nights', () => {
  const statusAt = (now: number) => backupStatus(base.connection, now);

  it('keep the newest fourteen, share files, note what came of each, and try once a week whether one can be restored', async () => {
    const gathered = place();
    const clock = manualClock('2026-03-02T02:30:00+08:00');
    const nightly = startNightly({ connection: base.connection, dataFolder, folder: async () => gathered, migrations, product: '0.0.0', clock, log: silentLog, zone: 'Asia/Shanghai' });
    for (let count = 0; count < 16; count++) {
      await nightly.backUp();
      clock.advance(86_400_000);
    }
    await nightly.stop();
    const names = (await readdir(gathered)).toSorted();
    expect([names.length, names[0], names.at(-1)]).toEqual([14, 'aftercare-20260303T183000Z', 'aftercare-20260316T183000Z']);
    const status = await statusAt(clock.now());
    expect(status).toMatchObject({ running: false, lastSuccess: { folder: join(gathered, names.at(-1) ?? ''), files: 3, message: null }, lastFailure: null, lastTrial: { succeeded: true, message: null } });
    expect(status.lastTrial?.rows).toBe(status.lastSuccess?.rows);
    expect((await base.owner({ text: "select 1 from backup_run where kind = 'trial'", values: [] })).length).toBe(2);
  }, 120_000);

  it('tell of a failure in words, and of a trial that found damage', async () => {
    const clock = manualClock('2026-05-01T02:30:00+08:00');
    const blocked = place();
    await writeFile(blocked, 'no folder');
    const nightly = startNightly({ connection: base.connection, dataFolder, folder: async () => blocked, migrations, product: '0.0.0', clock, log: silentLog });
    await nightly.backUp();
    await nightly.stop();
    expect((await statusAt(clock.now())).lastFailure).toMatchObject({ message: { zh: expect.stringMatching(/。$/) }, rows: null });
    const kept = place();
    await backUp(kept);
    await writeFile(join(kept, 'tables', 'matter.ndjson.gz'), 'x');
    await tryRestoring({ connection: base.connection, folder: kept, migrations, clock, log: silentLog });
    expect((await statusAt(clock.now())).lastTrial).toMatchObject({ succeeded: false, message: { en: '1 files of the backup are damaged.' } });
  });
});
