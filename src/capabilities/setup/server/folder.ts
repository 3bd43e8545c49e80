import { mkdir, rm, rmdir, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Text } from '#engine/text.ts';
import type { FolderJson } from '../contract.ts';

const PATIENCE = 10_000;

/**
 * Whether backups can be kept in a folder: it exists or could be made, can be written, and lies outside the data folder.
 * Nothing stays behind.
 */
export async function lookAtFolder(folder: string, dataFolder: string): Promise<FolderJson> {
  return (await inTime(look(folder, dataFolder))) ?? refused(folder, '这个文件夹 10 秒没有回答，多半是网络盘断开了。请检查后再试，或换一个。', 'This folder did not answer within 10 seconds: a network disk may be gone. Look at it and try again, or choose another.');
}

const refused = (folder: string, zh: string, en: string): FolderJson => ({ ok: false, folder, freeBytes: null, sameDisk: false, why: { zh, en } satisfies Text });

/** A dead network disk answers never: whoever waits for it is told after a while. @returns null when there was no answer */
export async function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((over) => { timer = setTimeout(() => over(null), PATIENCE); });
  return Promise.race([work, silence]).finally(() => clearTimeout(timer));
}

async function look(folder: string, dataFolder: string): Promise<FolderJson> {
  const no = (zh: string, en: string): FolderJson => refused(folder, zh, en);
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

/**
 * Makes it when the last button was pressed, with what it lies in: one by one, because Node's own recursion never ends where the system
 * takes no folders (/proc). @returns what had to be made, the outermost first. @throws what the system says
 */
export async function makeFolder(folder: string, made: string[] = []): Promise<readonly string[]> {
  const there = await nearest(folder);
  const missing = relative(there, folder).split(sep).filter((part) => part !== '');
  for (const [at] of missing.entries()) {
    const next = join(there, ...missing.slice(0, at + 1));
    await mkdir(next, { mode: 0o700 });
    made.push(next);
  }
  return made;
}

async function nearest(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if (at === dirname(at) || (await stat(at).then(() => true, () => false))) return at;
  }
}

/** Only making and writing tell whether one may: a mount can be read-only, and some systems make no folders at all (/proc). What was made for it goes again. */
async function probe(folder: string): Promise<boolean> {
  const file = join(folder, `.aftercare-${randomBytes(6).toString('hex')}`);
  const made: string[] = [];
  try {
    await makeFolder(folder, made);
    await writeFile(file, '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    return false;
  } finally {
    await rm(file, { force: true });
    // Only empty ones go, from the innermost to the first that was made.
    for (const each of made.toReversed()) await rmdir(each).catch(() => undefined);
  }
}
