import { mkdir, rm, rmdir, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Text } from '#engine/text.ts';
import type { FolderJson } from '../contract.ts';

/**
 * Whether backups can be kept in a folder: it exists or could be made, can be written, and lies outside the data folder.
 * Nothing stays behind.
 */
export async function lookAtFolder(folder: string, dataFolder: string): Promise<FolderJson> {
  const no = (zh: string, en: string): FolderJson => ({ ok: false, folder, freeBytes: null, sameDisk: false, why: { zh, en } satisfies Text });
  if (!isAbsolute(folder) || folder.includes('\0')) return no('请写完整路径，如 /mnt/backup/aftercare。', 'Please write the whole path, like /mnt/backup/aftercare.');
  if (!relative(dataFolder, folder).startsWith('..')) return no('不能放在数据目录里面：磁盘坏了会一起丢。', 'It cannot lie inside the data folder: they would be lost together.');
  const there = await nearest(folder);
  const found = await stat(there);
  if (!found.isDirectory()) return no(`${there} 是文件，不是文件夹。`, `${there} is a file, not a folder.`);
  if (!(await probe(folder))) return no(`${there} 不能写入。请让运行售后系统的账号有写入权限，例如：chown aftercare ${there}`, `${there} cannot be written. Give the account that runs Aftercare the right to, for example: chown aftercare ${there}`);
  const { bavail, bsize } = await statfs(there);
  const data = await stat(await nearest(dataFolder));
  return { ok: true, folder, freeBytes: bavail * bsize, sameDisk: data.dev === found.dev, why: null };
}

/** Makes it when the last button was pressed. @throws what the system says */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

async function nearest(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if (at === dirname(at) || (await stat(at).then(() => true, () => false))) return at;
  }
}

/** Only making and writing tell whether one may: a mount can be read-only, and some systems make no folders at all (/proc). What was made for it goes again. */
async function probe(folder: string): Promise<boolean> {
  const file = join(folder, `.aftercare-${randomBytes(6).toString('hex')}`);
  let made: string | undefined;
  try {
    made = await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    return false;
  } finally {
    await rm(file, { force: true });
    // Only empty folders go, from the innermost to the first that was made.
    for (let at = folder; made !== undefined && at.startsWith(made); at = dirname(at)) await rmdir(at).catch(() => undefined);
  }
}
