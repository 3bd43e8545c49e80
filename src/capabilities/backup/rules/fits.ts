import type { Text } from '#engine/text.ts';
import type { Manifest } from '../contract.ts';

type History = Manifest['migrations'];

/**
 * Why a backup cannot be restored by a program, or null when it can: the program must have run all that the backup's database
 * had run, in the same words; what it has beyond is run afterwards.
 * @param known - what the program brings, in order.
 */
export function unfit(backup: History, known: History): Text | null {
  for (const [at, { name, hash }] of backup.entries()) {
    const ours = known[at];
    if (!ours || !known.some((each) => each.name === name)) {
      return { zh: `这份备份来自更新的程序（${name}），请先升级程序再恢复。`, en: `The backup was made by a newer program (${name}). Please upgrade the program first.` };
    }
    if (ours.name !== name || ours.hash !== hash) {
      return { zh: `备份的数据库结构与程序的不同（${name}），不能恢复。请使用做备份时的程序版本。`, en: `The backup's database has another structure than this program's (${name}) and cannot be restored. Please use the version it was made with.` };
    }
  }
  return null;
}
