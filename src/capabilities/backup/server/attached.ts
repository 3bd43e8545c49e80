import { link, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Text } from '#engine/text.ts';
import type { OwnerRun } from '#platform/db/index.ts';
import type { KeptFile } from '../contract.ts';
import { copyMeasured, filesBelow, measureFile } from './files.ts';
import type { OnProgress } from './progress.ts';
import { reach } from './reach.ts';

/** Attached files carry their hash as their name: `<company>/<two letters>/<hash>`. What lies elsewhere is on its way in and belongs to nobody yet. */
const ATTACHED = /^[0-9a-f-]{36}\/[0-9a-f]{2}\/([0-9a-f]{64})$/;

/** Something that is doubtful in what was backed up; the backup holds it as it is. */
export interface Doubt { readonly file: string; readonly message: Text }

export interface Attached { readonly files: AsyncGenerator<readonly string[]>; readonly count: () => number; readonly bytes: () => number; readonly doubts: readonly Doubt[] }

/**
 * Copies all attached files into a backup, and gives the lines of their list on the way. A file that the backup before has is shared
 * with it: they are never changed, only made and removed, so fourteen backups take little more room than one.
 * @param before - the folder of an earlier backup, or null.
 */
export function copyAttached(dataFolder: string, folder: string, before: string | null, onProgress: OnProgress): Attached {
  const doubts: Doubt[] = [];
  let [count, bytes] = [0, 0];
  const source = join(dataFolder, 'files');
  async function* copying(): AsyncGenerator<readonly string[]> {
    for await (const path of filesBelow(source)) {
      const name = ATTACHED.exec(path)?.[1];
      if (name === undefined) continue;
      const kept = (before !== null && (await shared(before, folder, path, name))) || (await copied(source, folder, path));
      // Swept away between looking and copying: it belonged to nothing.
      if (!kept) continue;
      if (kept.sha256 !== name) doubts.push({ file: path, message: { zh: '附件的内容与当初上传的不同，文件可能已损坏', en: 'the attached file is not what was uploaded; it may be damaged' } });
      [count, bytes] = [count + 1, bytes + kept.bytes];
      onProgress({ step: 'files', what: '', done: count, of: null });
      yield [`${JSON.stringify(kept)}\n`];
    }
  }
  return { files: copying(), count: () => count, bytes: () => bytes, doubts };
}

async function shared(before: string, folder: string, path: string, name: string): Promise<KeptFile | null> {
  const to = join(folder, 'files', path);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const linked = await link(join(before, 'files', path), to).then(() => true, () => false);
  if (!linked) return null;
  const { bytes, sha256 } = await measureFile(to);
  if (sha256 === name) return { file: `files/${path}`, bytes, sha256 };
  await rm(to);
  return null;
}

async function copied(source: string, folder: string, path: string): Promise<KeptFile | null> {
  return copyMeasured(join(source, path), folder, `files/${path}`).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await rm(join(folder, 'files', path), { force: true });
    return null;
  });
}

const LINKED = `select distinct a.tenant_id || '/' || left(encode(a.sha256, 'hex'), 2) || '/' || encode(a.sha256, 'hex') as path from attachment a where a.tenant_id = $1 and a.matter_id is not null order by 1`;
const AT_ONCE = 5_000;

/** Files that a matter names and that are not in the backup, because they were not on the disk either. */
export async function missingFiles(run: OwnerRun, tenants: readonly string[], has: (path: string) => Promise<boolean>): Promise<readonly Doubt[]> {
  const doubts: Doubt[] = [];
  for (const tenant of tenants) {
    await reach(run, tenant);
    await run({ text: `declare linked no scroll cursor for ${LINKED.replace('$1', `'${tenant}'`)}`, values: [] });
    for (let count = AT_ONCE; count === AT_ONCE;) {
      const rows = await run<{ path: string }>({ text: `fetch ${AT_ONCE} from linked`, values: [] });
      count = rows.length;
      for (const { path } of rows) if (!(await has(path))) doubts.push({ file: path, message: { zh: '事项里有这个附件，但文件不见了', en: 'a matter has this file, but it is not on the disk' } });
    }
    await run({ text: 'close linked', values: [] });
  }
  return doubts;
}
