import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const BYTES = 32;
const NONCE = 12;
const TAG = 16;

/** A key of 32 bytes with which the secrets of channels are sealed. It lies beside the database: who has only the database reads none of them. */
export type SealingKey = Uint8Array;

/**
 * The key of a data folder, made the first time; of two processes that start at once, one key wins.
 * @throws Error when the file is there but holds no key.
 */
export async function openSealingKey(dataFolder: string): Promise<SealingKey> {
  const folder = join(dataFolder, 'channels');
  const file = join(folder, 'sealing.key');
  const known = await readKey(file);
  if (known) return known;
  const fresh = `${file}.${randomBytes(8).toString('hex')}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(fresh, randomBytes(BYTES), { mode: 0o600, flag: 'wx' });
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(fresh);
  const key = await readKey(file);
  if (!key) throw new Error(`对接密钥没有写成：${file}。The key for channels could not be written: ${file}.`);
  return key;
}

async function readKey(file: string): Promise<SealingKey | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes !== null && bytes.length !== BYTES) throw new Error(`对接密钥文件已损坏：${file}。The key for channels is damaged: ${file}.`);
  return bytes;
}

/** Seals words with AES-256-GCM. @param of - what they belong to: sealed for another row, they do not open. */
export function seal(key: SealingKey, words: string, of: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @returns null when they were sealed with another key or for something else. */
export function unseal(key: SealingKey, sealed: Uint8Array, of: string): string | null {
  try {
    const bytes = Buffer.from(sealed);
    const opening = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(of)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([opening.update(bytes.subarray(NONCE + TAG)), opening.final()]).toString('utf8');
  } catch {
    return null;
  }
}
