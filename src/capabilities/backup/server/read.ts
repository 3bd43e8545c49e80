import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Text } from '#engine/text.ts';
import { attachedFile, manifestJson, type KeptFile, type Manifest } from '../contract.ts';
import { measureFile, readLines } from './files.ts';
import { BackupRefused } from './make.ts';
import type { OnProgress } from './progress.ts';

/** A file of a backup that is not what it was when the backup was made. */
export interface Damage { readonly file: string; readonly message: Text }

/** What a backup says of itself. @throws BackupRefused for a folder that is none, or one that was never finished */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  if (text === null) throw new BackupRefused({ zh: `${folder} 里没有完整的备份（缺少 manifest.json）。`, en: `${folder} holds no complete backup: it has no manifest.json.` });
  const read = manifestJson.safeParse(parsed(text));
  if (!read.success) throw new BackupRefused({ zh: `${folder} 里的 manifest.json 读不懂，可能已损坏，或来自别的程序。`, en: `The manifest.json in ${folder} cannot be understood: it may be damaged, or another program's.` });
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads every file of a backup and holds it against its hash, so that nothing is begun with a damaged one. @returns all that is wrong. */
export async function checkBackup(folder: string, manifest: Manifest, onProgress: OnProgress): Promise<readonly Damage[]> {
  const damages: Damage[] = [];
  const of = manifest.tables.length + manifest.files.count + manifest.keys.length + 1;
  let done = 0;
  const check = async (kept: KeptFile): Promise<void> => {
    const wrong = await wrongIn(folder, kept);
    if (wrong) damages.push({ file: kept.file, message: wrong });
    onProgress({ step: 'checking', what: '', done: ++done, of });
  };
  for (const table of manifest.tables) await check(table);
  for (const key of manifest.keys) await check(key);
  const before = damages.length;
  await check(manifest.files.list);
  // A list that was changed says nothing about the files.
  if (damages.length === before) for await (const files of attachedIn(folder, manifest)) for (const file of files) await check(file);
  return damages;
}

async function wrongIn(folder: string, { file, bytes, sha256 }: KeptFile): Promise<Text | null> {
  const size = await stat(join(folder, file)).then((found) => found.size, () => null);
  if (size === null) return { zh: '文件不见了', en: 'the file is gone' };
  if (size !== bytes) return { zh: `应有 ${bytes} 字节，现有 ${size} 字节`, en: `it should have ${bytes} bytes and has ${size}` };
  const found = await measureFile(join(folder, file)).catch(() => null);
  return found?.sha256 === sha256 ? null : { zh: '内容被改动或已损坏', en: 'its content was changed or is damaged' };
}

/** The attached files of a backup, as its list has them. */
export async function* attachedIn(folder: string, { files }: Manifest): AsyncGenerator<readonly KeptFile[]> {
  for await (const lines of readLines(join(folder, files.list.file))) yield lines.map((line) => attachedFile.parse(JSON.parse(line)));
}
