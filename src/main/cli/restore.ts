import { join, resolve } from 'node:path';
import type { Restored } from '#capabilities/backup/index.ts';
import { watching } from './backup-progress.ts';
import type { BackupOptions } from './backup.ts';
import { Misuse, type ExitCode, type Surroundings } from './surroundings.ts';

/** Damaged files that a person is shown; machines get all. */
const SHOWN = 50;

/**
 * `restore`: a backup into the data folder of AFTERCARE_DATA and the database of DATABASE_URL (or the embedded one), both empty.
 * 1 when the backup is damaged (then nothing was restored) or verifying what was restored found something.
 * @throws Misuse when the folder is no backup, or the place is not empty.
 */
export async function restore(given: string, { json }: BackupOptions, around: Surroundings): Promise<ExitCode> {
  const { BackupRefused, restoreBackup } = await import('#capabilities/backup/index.ts');
  const { packageRoot, readConfig } = await import('#platform/config/index.ts');
  const { dataFolder, databaseUrl } = readConfig();
  const { onProgress, end } = watching(around);
  try {
    const restored = await restoreBackup({ folder: resolve(around.folder, given), target: { dataFolder, databaseUrl }, migrations: join(packageRoot(), 'migrations'), onProgress });
    end();
    around.out(json ? asJson(restored, around) : lines(restored, dataFolder, around).join('\n'));
    return restored.is === 'restored' && restored.companies.every(({ problems }) => problems.length === 0) ? 0 : 1;
  } catch (error) {
    end();
    throw error instanceof BackupRefused ? new Misuse(error.text) : error;
  }
}

function asJson(restored: Restored, { language }: Surroundings): string {
  if (restored.is === 'damaged') return JSON.stringify({ ok: false, restored: false, damaged: restored.damages.map(({ file, message }) => ({ file, message: message[language] })) }, null, 2);
  const { manifest, rows, companies } = restored;
  return JSON.stringify({
    ok: companies.every(({ problems }) => problems.length === 0), restored: true, madeAt: manifest.madeAt, rows, files: manifest.files.count,
    tenants: companies.map(({ company, streams, events, problems }) => ({ tenant: company, streams, events, problems: problems.map(({ kind, message }) => ({ kind, message: message[language] })) })),
  }, null, 2);
}

function lines(restored: Restored, dataFolder: string, { language }: Surroundings): readonly string[] {
  const zh = language === 'zh';
  if (restored.is === 'damaged') {
    const { damages } = restored;
    const more = damages.length > SHOWN ? [zh ? `  另有 ${damages.length - SHOWN} 个` : `  and ${damages.length - SHOWN} more`] : [];
    return [zh ? `备份里有 ${damages.length} 个文件不是当初的样子，什么都没有恢复：` : `${damages.length} files of the backup are not what they were; nothing was restored:`, ...damages.slice(0, SHOWN).map(({ file, message }) => `  ${file} ${message[language]}`), ...more];
  }
  const { manifest, rows, companies } = restored;
  const head = zh ? `已恢复 ${manifest.madeAt} 的备份到 ${dataFolder}：${rows} 行，${manifest.files.count} 个附件` : `restored the backup of ${manifest.madeAt} into ${dataFolder}: ${rows} rows, ${manifest.files.count} attached files`;
  // A backup is older than what was erased since: whoever restores it is told that those words are back.
  const erased = zh ? `这份备份之后删除过的客户资料又在里面了：请在启用前照删除记录再删一遍（${manifest.madeAt} 以后的）。` : `Customers erased after ${manifest.madeAt} are in it again: erase them once more before anybody works with it.`;
  return [head, ...companies.flatMap(({ company, streams, events, problems }) => {
    const outcome = problems.length === 0 ? (zh ? '没有发现问题' : 'no problems found') : zh ? `${problems.length} 处问题` : `${problems.length} problems`;
    return [zh ? `${company}：${streams} 份档案，${events} 条记录：${outcome}` : `${company}: ${streams} streams, ${events} events: ${outcome}`, ...problems.map(({ kind, message }) => `  ${kind} ${message[language]}`)];
  }), erased];
}
