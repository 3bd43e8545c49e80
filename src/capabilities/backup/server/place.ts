import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asOwner, startEmbedded, type Connection } from '#platform/db/index.ts';
import { BackupRefused } from './make.ts';

/** Where a backup is restored to: an empty data folder, with a database of one's own that is empty too, or with the embedded one. */
export interface Target {
  readonly dataFolder: string;
  readonly databaseUrl?: string | undefined;
}

const TABLES = "select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1";

/** @throws BackupRefused when anything is there already: a restoration never overwrites. */
export async function requireEmpty({ dataFolder, databaseUrl }: Target): Promise<void> {
  const found = await readdir(dataFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new BackupRefused({ zh: `${dataFolder} 不是可用的文件夹。`, en: `${dataFolder} is no folder that can be used.` });
  });
  if (found.length > 0) throw new BackupRefused({ zh: `数据目录 ${dataFolder} 不是空的，恢复不会覆盖任何内容。请用 AFTERCARE_DATA 指定一个新的目录。`, en: `The data folder ${dataFolder} is not empty, and nothing is ever overwritten. Name a new one in AFTERCARE_DATA.` });
  if (databaseUrl === undefined) return;
  const tables = await asOwner({ connectionString: databaseUrl }, (run) => run<{ name: string }>({ text: TABLES, values: [] }));
  if (tables.length > 0) throw new BackupRefused({ zh: `DATABASE_URL 指定的数据库里已有内容（${tables[0]?.name ?? ''} 等 ${tables.length} 张表），恢复不会覆盖。请指定一个新建的空数据库。`, en: `The database in DATABASE_URL holds something already (${tables[0]?.name ?? ''} and more, ${tables.length} tables), and nothing is ever overwritten. Name a new, empty one.` });
}

/**
 * Runs work on the target's database. When it fails, the target is as empty as before.
 * @param durable - false only for trials: commits do not wait for the disk.
 */
export async function onTarget<T>(target: Target, durable: boolean, work: (connection: Connection) => Promise<T>): Promise<T> {
  try {
    if (target.databaseUrl !== undefined) return await work({ connectionString: target.databaseUrl });
    const embedded = await startEmbedded(target.dataFolder, undefined, { durable });
    try {
      return await work(embedded.connection);
    } finally {
      await embedded.stop();
    }
  } catch (error) {
    await emptyAgain(target);
    throw error;
  }
}

const OUTSIDE = /^\/var\/lib\/aftercare-[0-9a-f]{12}$/;

/** Removes what was made in a data folder that was empty before, its cluster too where that had to lie elsewhere. */
export async function emptyAgain({ dataFolder, databaseUrl }: Target): Promise<void> {
  if (databaseUrl !== undefined) await asOwner({ connectionString: databaseUrl }, dropTables).catch(() => undefined);
  const elsewhere = (await readFile(join(dataFolder, 'postgres.path'), 'utf8').catch(() => '')).trim();
  if (OUTSIDE.test(elsewhere)) await rm(elsewhere, { recursive: true, force: true });
  for (const name of await readdir(dataFolder).catch(() => [])) await rm(join(dataFolder, name), { recursive: true, force: true });
}

async function dropTables(run: Parameters<Parameters<typeof asOwner>[1]>[0]): Promise<void> {
  const tables = await run<{ name: string }>({ text: TABLES, values: [] });
  if (tables.length > 0) await run({ text: `drop table ${tables.map(({ name }) => `"${name}"`).join(', ')} cascade`, values: [] });
}
