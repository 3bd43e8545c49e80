import { chown, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Under whom PostgreSQL runs. Undefined: under whoever runs us. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account that owns nothing; PostgreSQL refuses to run as root. */
const NOBODY: Account = { uid: 65534, gid: 65534 };

/**
 * The account for a cluster: as root the one that owns it already, else nobody; for anybody else themselves.
 * @param cluster - the data folder of PostgreSQL, which need not exist yet.
 */
export async function accountFor(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await stat(cluster).catch(() => null);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : NOBODY;
}

/** Gives a file or folder to the account, where there is one to give it to. */
export async function giveTo(account: Account | undefined, path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

/** Whether the account may walk down to a folder: every folder above it, and itself, must let it pass. */
export async function canReach(account: Account | undefined, folder: string): Promise<boolean> {
  if (!account) return true;
  for (let at = folder; ; at = dirname(at)) {
    const { uid, gid, mode } = await stat(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
