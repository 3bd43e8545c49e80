import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where attached files lie. Names are made from content and tenant only, never from what somebody typed. */
export interface FileStore {
  /** Keeps bytes durably; the same bytes of one tenant are kept once. @returns their SHA-256, lower-case hex. */
  put(tenant: string, bytes: Uint8Array): Promise<string>;
  /** Opens a kept file. @throws what the file system says (ENOENT) before anything was read. */
  open(tenant: string, sha256: string): Promise<Readable>;
  /** Removes a kept file; one that is gone already is no error. */
  remove(tenant: string, sha256: string): Promise<void>;
  /** Removes what a crash left half written. @param before - only what was last written before this instant (milliseconds). */
  dropLeftovers(before: number): Promise<void>;
}

const TENANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** @param folder - absolute; made when the first file comes. */
export function fileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming');
  const placeOf = (tenant: string, sha256: string): string => {
    if (!TENANT.test(tenant) || !SHA256.test(sha256)) throw new TypeError('A file is found by a tenant and a SHA-256.');
    return join(folder, tenant, sha256.slice(0, 2), sha256);
  };
  return {
    async put(tenant, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const place = placeOf(tenant, sha256);
      if (!(await exists(place))) await write(incoming, place, bytes);
      return sha256;
    },
    async open(tenant, sha256) {
      return (await open(placeOf(tenant, sha256), 'r')).createReadStream();
    },
    async remove(tenant, sha256) {
      await rm(placeOf(tenant, sha256), { force: true });
    },
    async dropLeftovers(before) {
      for (const name of await readdir(incoming).catch(() => [])) {
        const left = join(incoming, name);
        if ((await stat(left)).mtimeMs < before) await rm(left, { force: true });
      }
    },
  };
}

/** Under its own name a file is always whole: it gets that name only after its bytes are on the disk. */
async function write(incoming: string, place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const temporary = join(incoming, randomUUID());
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, place);
  await syncFolder(dirname(place));
}

/** So that the new name, too, survives a power cut; not every system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);
