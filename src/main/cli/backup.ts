import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Doubt, Made } from '#capabilities/backup/index.ts';
import { sizeOf, watching } from './backup-progress.ts';
import { Misuse, type ExitCode, type Surroundings } from './surroundings.ts';

export interface BackupOptions { readonly json?: boolean }

/**
 * `backup`: everything that is kept, as it stands now, into a folder; beside the server, too. 1 when the backup was made and something
 * in it is doubtful (an attached file that is missing or damaged).
 * @throws Misuse when the folder is not free, or there is nothing to back up.
 */
export async function backUp(given: string, { json }: BackupOptions, around: Surroundings): Promise<ExitCode> {
  const { BackupRefused, makeBackup } = await import('#capabilities/backup/index.ts');
  const { packageRoot, readConfig } = await import('#platform/config/index.ts');
  const { withConnection } = await import('./database.ts');
  const config = readConfig();
  const { version } = JSON.parse(await readFile(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  const { onProgress, end } = watching(around);
  try {
    const made = await withConnection(config, (connection) =>
      makeBackup({ connection, dataFolder: config.dataFolder, folder: resolve(around.folder, given), product: version, at: Date.now(), onProgress }));
    end();
    around.out(json ? asJson(made, around) : lines(made, around).join('\n'));
    return made.doubts.length === 0 ? 0 : 1;
  } catch (error) {
    end();
    throw error instanceof BackupRefused ? new Misuse(error.text) : error;
  }
}

function asJson({ folder, manifest, rows, bytes, doubts }: Made, { language }: Surroundings): string {
  return JSON.stringify({
    ok: doubts.length === 0, folder, madeAt: manifest.madeAt, companies: manifest.companies, rows, bytes, files: manifest.files.count,
    tables: manifest.tables.map(({ table, rows: count, sha256 }) => ({ table, rows: count, sha256 })), problems: doubts.map(({ file, message }) => ({ file, message: message[language] })),
  }, null, 2);
}

function lines({ folder, manifest, rows, bytes, doubts }: Made, { language }: Surroundings): readonly string[] {
  const zh = language === 'zh';
  const told = (doubt: Doubt): string => `  ${doubt.file} ${doubt.message[language]}`;
  const head = zh
    ? `已备份到 ${folder}：${manifest.companies.length} 家公司，${manifest.tables.length} 张表 ${rows} 行，${manifest.files.count} 个附件，共 ${sizeOf(bytes)}`
    : `backed up to ${folder}: ${manifest.companies.length} companies, ${rows} rows in ${manifest.tables.length} tables, ${manifest.files.count} attached files, ${sizeOf(bytes)}`;
  return [head, ...(doubts.length === 0 ? [] : [zh ? `备份已完成，但有 ${doubts.length} 处可疑：` : `the backup was made, but ${doubts.length} things in it are doubtful:`, ...doubts.map(told)])];
}
