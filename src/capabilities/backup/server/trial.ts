import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '#platform/clock/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { whyOf } from './why.ts';
import { emptyAgain } from './place.ts';
import type { OnProgress } from './progress.ts';
import { restoreBackup } from './restore.ts';
import { beginRun, endRun, type Ended } from './status.ts';

export interface ToTry { readonly connection: Connection; readonly folder: string; readonly migrations: string; readonly clock: Clock; readonly log: Log; readonly onProgress?: OnProgress }

/**
 * Restores a backup into a database of its own beside the product, counts its rows, verifies every chain, notes how long it took,
 * and removes it again: a backup that was never restored is a hope.
 */
export async function tryRestoring({ connection, folder, migrations, clock, log, onProgress = () => {} }: ToTry): Promise<void> {
  const id = await beginRun(connection, 'trial', folder, clock.now());
  if (id === null) return;
  const ended = await trial(folder, migrations, onProgress).catch((error: unknown): Ended => {
    log.error({ err: error, folder }, 'the trial of restoring a backup failed');
    return { succeeded: false, message: whyOf(error) };
  });
  await endRun(connection, id, clock.now(), ended);
}

async function trial(folder: string, migrations: string, onProgress: OnProgress): Promise<Ended> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'aftercare-trial-'));
  try {
    const restored = await restoreBackup({ folder, target: { dataFolder }, migrations, trial: true, onProgress });
    if (restored.is === 'damaged') return { succeeded: false, message: { zh: `备份里有 ${restored.damages.length} 个文件已损坏。`, en: `${restored.damages.length} files of the backup are damaged.` } };
    const { manifest: { files }, rows, companies } = restored;
    const problems = companies.reduce((sum, each) => sum + each.problems.length, 0);
    const message = problems > 0 ? { zh: `已恢复，但记录校验发现 ${problems} 处问题。`, en: `It was restored, but verifying its history found ${problems} problems.` } : null;
    return { succeeded: problems === 0, rows, bytes: files.bytes, files: files.count, message };
  } finally {
    await emptyAgain({ dataFolder });
    await rm(dataFolder, { recursive: true, force: true });
  }
}
