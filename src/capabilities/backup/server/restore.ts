import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readPublicKey, verifyTenant, type Problem } from '#capabilities/audit/index.ts';
import { asOwner, companies, migrate, openDatabase, type Connection, type OwnerRun } from '#platform/db/index.ts';
import type { KeptTable, Manifest } from '../contract.ts';
import { unfit } from '../rules/fits.ts';
import { tablesOf, type Table } from './catalogue.ts';
import { copyMeasured, readLines } from './files.ts';
import { BackupRefused } from './make.ts';
import { onTarget, requireEmpty, type Target } from './place.ts';
import type { OnProgress } from './progress.ts';
import { plainTexts, reach } from './reach.ts';
import { attachedIn, checkBackup, readManifest, type Damage } from './read.ts';
import { insertLines } from './rows.ts';

export interface ToRestore {
  /** The backup. */
  readonly folder: string;
  readonly target: Target;
  /** The folder of the program's migrations. */
  readonly migrations: string;
  /** A trial beside the product: attached files are checked and not copied, and nothing has to survive a power cut. */
  readonly trial?: boolean;
  readonly onProgress?: OnProgress;
}

/** What came of it. `damaged`: the backup is not what it was; nothing was restored. */
export type Restored =
  | { readonly is: 'damaged'; readonly damages: readonly Damage[] }
  | { readonly is: 'restored'; readonly manifest: Manifest; readonly rows: number; readonly companies: readonly { readonly company: string; readonly streams: number; readonly events: number; readonly problems: readonly Problem[] }[] };

/**
 * Restores a backup into a place where nothing is yet: all of it, or nothing. Every file is held against its hash before anything is
 * written; afterwards the chain of every company is verified.
 * @throws BackupRefused for a folder that is no backup, a place that is not empty, a backup of a newer program
 */
export async function restoreBackup({ folder, target, migrations, trial = false, onProgress = () => {} }: ToRestore): Promise<Restored> {
  const manifest = await readManifest(folder);
  const refused = unfit(manifest.migrations, await historyIn(migrations));
  if (refused) throw new BackupRefused(refused);
  await requireEmpty(target);
  const damages = await checkBackup(folder, manifest, onProgress);
  if (damages.length > 0) return { is: 'damaged', damages };
  return onTarget(target, !trial, async (connection) => {
    await migrateTo(connection, migrations, manifest);
    const rows = await asOwner(connection, (run) => load(run, folder, manifest, onProgress));
    for (const { file } of manifest.keys) await copyMeasured(join(folder, file), target.dataFolder, file.replace(/^keys\//, ''));
    if (!trial) await copyFiles(folder, manifest, target.dataFolder, onProgress);
    await migrate(connection, migrations);
    return { is: 'restored', manifest, rows, companies: await verify(connection, target.dataFolder, onProgress) };
  });
}

async function historyIn(folder: string): Promise<Manifest['migrations']> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(names.map(async (name) => ({ name, hash: createHash('sha256').update((await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')).digest('hex') })));
}

/** Brings an empty database to where the backup's was: later migrations run over its rows, as they would have there. */
async function migrateTo(connection: Connection, folder: string, { migrations }: Manifest): Promise<void> {
  const some = await mkdtemp(join(tmpdir(), 'aftercare-migrations-'));
  try {
    for (const { name } of migrations) await cp(join(folder, name), join(some, name));
    await migrate(connection, some);
  } finally {
    await rm(some, { recursive: true, force: true });
  }
}

async function load(run: OwnerRun, folder: string, manifest: Manifest, onProgress: OnProgress): Promise<number> {
  await run({ text: 'begin', values: [] });
  await plainTexts(run);
  const kept = new Map(manifest.tables.map((table) => [table.table, table]));
  let total = 0;
  for (const table of await tablesOf(run)) {
    const from = kept.get(table.name);
    kept.delete(table.name);
    if (from) total += await loadTable(run, folder, table, from, onProgress);
  }
  if (kept.size > 0) throw new Error(`The backup has tables that this database does not know: ${[...kept.keys()].join(', ')}.`);
  await reach(run, null);
  await run({ text: 'commit', values: [] });
  return total;
}

type Row = readonly (string | null)[];
const AT_ONCE = 500;
/** About as many letters as one statement should carry. */
const LETTERS = 4_000_000;

async function loadTable(run: OwnerRun, folder: string, table: Table, from: KeptTable, onProgress: OnProgress): Promise<number> {
  const company = table.ofTenants ? from.columns.indexOf('tenant_id') : -1;
  let [waiting, letters, rows, tenant] = [[] as Row[], 0, 0, ''];
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await insertLines(run, table, from.columns, waiting);
    rows += waiting.length;
    [waiting, letters] = [[], 0];
    onProgress({ step: 'rows', what: table.name, done: rows, of: from.rows });
  };
  await reach(run, null);
  for await (const lines of readLines(join(folder, from.file))) {
    for (const line of lines) {
      const row = JSON.parse(line) as Row;
      const whose = row[company] ?? '';
      if (whose !== tenant) {
        await flush();
        await reach(run, whose);
        tenant = whose;
      }
      waiting.push(row);
      letters += line.length;
      if (waiting.length >= AT_ONCE || letters >= LETTERS) await flush();
    }
  }
  await flush();
  if (rows !== from.rows) throw new Error(`${table.name} should have ${from.rows} rows and has ${rows}.`);
  return rows;
}

async function copyFiles(folder: string, manifest: Manifest, dataFolder: string, onProgress: OnProgress): Promise<void> {
  let done = 0;
  for await (const files of attachedIn(folder, manifest)) {
    for (const { file, sha256 } of files) {
      await mkdir(dirname(join(dataFolder, file)), { recursive: true, mode: 0o700 });
      if ((await copyMeasured(join(folder, file), dataFolder, file)).sha256 !== sha256) throw new Error(`${file} changed while it was copied.`);
      onProgress({ step: 'files', what: '', done: ++done, of: manifest.files.count });
    }
  }
}

async function verify(connection: Connection, dataFolder: string, onProgress: OnProgress) {
  const db = openDatabase({ connection, max: 2 });
  try {
    const publicKey = await readPublicKey(dataFolder);
    const verified = [];
    for (const company of await companies(db)) {
      const { streams, events, problems } = await verifyTenant(db, company, publicKey, (counted) => onProgress({ step: 'verifying', what: company.slug, done: counted.events, of: null }));
      verified.push({ company: company.slug, streams, events, problems });
    }
    return verified;
  } finally {
    await db.close();
  }
}
