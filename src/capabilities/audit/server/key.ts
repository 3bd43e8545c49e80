import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The pair of keys with which checkpoints are signed and their signatures looked at. */
export interface CheckpointKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const fileOf = (dataFolder: string): string => join(dataFolder, 'audit', 'checkpoint.key');

/**
 * The key of a data folder, made the first time. It lies beside the database and not in it: whoever can write to the database
 * alone can sign nothing.
 * @throws Error when the file is there but holds no key.
 */
export async function openCheckpointKey(dataFolder: string): Promise<CheckpointKey> {
  return (await readKey(dataFolder)) ?? makeKey(dataFolder);
}

/** The half that verifies, or null when the data folder has no key. @throws Error when the file holds no key. */
export async function readPublicKey(dataFolder: string): Promise<KeyObject | null> {
  return (await readKey(dataFolder))?.publicKey ?? null;
}

async function readKey(dataFolder: string): Promise<CheckpointKey | null> {
  const text = await readFile(fileOf(dataFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const privateKey = createPrivateKey(text);
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** Written whole under another name and then given its own: of two processes that start at once, one key wins. */
async function makeKey(dataFolder: string): Promise<CheckpointKey> {
  const file = fileOf(dataFolder);
  const fresh = `${file}.${randomUUID()}`;
  await mkdir(join(dataFolder, 'audit'), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(fresh, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(fresh);
  const key = await readKey(dataFolder);
  if (!key) throw new Error(`检查点的签名密钥没有写成：${file}。The key for checkpoints could not be written: ${file}.`);
  return key;
}
