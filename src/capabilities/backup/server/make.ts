import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Text } from '#engine/text.ts';
import { asOwner, type Connection, type OwnerRun } from '#platform/db/index.ts';
import { manifestJson, type KeptFile, type KeptTable, type Manifest } from '../contract.ts';
import { copyAttached, missingFiles, type Doubt } from './attached.ts';
import { tablesOf } from './catalogue.ts';
import { copyMeasured, syncFolder, writeLines } from './files.ts';
import type { OnProgress } from './progress.ts';
import { plainTexts, reach } from './reach.ts';
import { linesOf } from './rows.ts';

export interface ToBackUp {
  /** As the owner of the tables. */
  readonly connection: Connection;
  readonly dataFolder: string;
  /** Where the backup shall be; made, and must not hold anything yet. */
  readonly folder: string;
  /** Version of the product. */
  readonly product: string;
  /** Epoch milliseconds of the machine's clock. */
  readonly at: number;
  /** An earlier backup with which unchanged attached files are shared. */
  readonly before?: string | null;
  readonly onProgress?: OnProgress;
}

export interface Made { readonly folder: string; readonly manifest: Manifest; readonly rows: number; readonly bytes: number; readonly doubts: readonly Doubt[] }

/** A backup that cannot be made, or restored, for a reason that its asker can mend. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  constructor(readonly text: Text) { super(text.en); }
}

/** The name by which a folder shows that its backup was never finished. */
export const UNFINISHED = '.unfinished-';

/**
 * Makes a backup of everything that is kept, as it stands at one moment, while people go on working. It is written beside its place and
 * gets its name only when all of it is on the disk: what a crash or a kill leaves behind is never taken for a backup.
 * @throws BackupRefused when the folder holds something
 */
export async function makeBackup(asked: ToBackUp): Promise<Made> {
  const folder = resolve(asked.folder);
  await requireFree(folder);
  const building = join(dirname(folder), `${basename(folder)}${UNFINISHED}${randomUUID().slice(0, 8)}`);
  await mkdir(building, { recursive: true, mode: 0o700 });
  try {
    const made = await asOwner(asked.connection, (run) => write(run, asked, building));
    await rmdir(folder).catch(() => undefined);
    await rename(building, folder);
    await syncFolder(dirname(folder));
    return { ...made, folder };
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
}

async function requireFree(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new BackupRefused({ zh: `${folder} 不是可用的文件夹，请另选一个。`, en: `${folder} is no folder that can be used. Please choose another.` });
  });
  if (found.length > 0) throw new BackupRefused({ zh: `文件夹 ${folder} 不是空的，备份不会覆盖任何内容。请换一个新的文件夹。`, en: `The folder ${folder} is not empty, and a backup overwrites nothing. Please name a new one.` });
}

async function write(run: OwnerRun, asked: ToBackUp, building: string): Promise<Omit<Made, 'folder'>> {
  const onProgress = asked.onProgress ?? (() => {});
  // One moment for all tables; the attached files are read after it, so none that a row names is too young to be there.
  await run({ text: 'begin isolation level repeatable read read only', values: [] });
  await plainTexts(run);
  const migrations = await run<Manifest['migrations'][number]>({ text: 'select name, hash from migration order by name', values: [] });
  const companies = await run<{ id: string; slug: string }>({ text: 'select id, slug from tenant order by id', values: [] });
  const tenants = companies.map(({ id }) => id);
  const tables = await writeTables(run, tenants, building, onProgress);
  const attached = copyAttached(asked.dataFolder, building, asked.before ?? null, onProgress);
  const list = await writeLines(building, 'files.ndjson.gz', attached.files);
  const missing = await missingFiles(run, tenants, (path) => isThere(join(building, 'files', path)));
  await reach(run, null);
  await run({ text: 'commit', values: [] });
  const keys = await copyKeys(asked.dataFolder, building);
  const manifest: Manifest = manifestJson.parse({
    format: 1, product: asked.product, madeAt: new Date(asked.at).toISOString(), migrations, companies: companies.map(({ slug }) => slug), tables,
    files: { count: attached.count(), bytes: attached.bytes(), list }, keys,
  });
  await writeFile(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  await syncFolder(building);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0) + manifest.files.bytes + list.bytes;
  return { manifest, rows, bytes, doubts: [...attached.doubts, ...missing] };
}

/** Keys lie one folder deep (`audit/checkpoint.key`), each with the part of the product that made it; the password of a demonstration lies beside them. */
async function copyKeys(dataFolder: string, building: string): Promise<KeptFile[]> {
  const keys: KeptFile[] = [];
  for (const part of (await readdir(dataFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory() && !NO_KEYS.includes(entry.name))) {
    const names = (await readdir(join(dataFolder, part.name))).filter((name) => name.endsWith('.key')).toSorted();
    for (const name of names) keys.push(await copyMeasured(join(dataFolder, part.name, name), building, `keys/${part.name}/${name}`));
  }
  if (await isThere(join(dataFolder, DEMONSTRATION_PASSWORD))) keys.push(await copyMeasured(join(dataFolder, DEMONSTRATION_PASSWORD), building, `keys/${DEMONSTRATION_PASSWORD}`));
  return keys;
}

const NO_KEYS = ['postgres', 'files'];
/** Made at the first start and printed at each (`main/demonstration-password.ts`): a restored demonstration opens with the one people know. */
const DEMONSTRATION_PASSWORD = 'demonstration-password';

const isThere = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

async function writeTables(run: OwnerRun, tenants: readonly string[], building: string, onProgress: OnProgress): Promise<readonly KeptTable[]> {
  const written: KeptTable[] = [];
  for (const table of await tablesOf(run)) {
    let rows = 0;
    async function* counted(): AsyncGenerator<readonly string[]> {
      for await (const page of linesOf(run, table, tenants)) {
        rows += page.length;
        onProgress({ step: 'rows', what: table.name, done: rows, of: null });
        yield page;
      }
    }
    const file = await writeLines(building, `tables/${table.name}.ndjson.gz`, counted());
    written.push({ ...file, table: table.name, columns: table.columns.map(({ name }) => name), rows });
  }
  return written;
}
