import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { backupStatus } from '#capabilities/backup/index.ts';
import { channelAnswers } from '#capabilities/contacts/index.ts';
import type { Machine } from '#capabilities/health/index.ts';
import type { Installation } from '#capabilities/setup/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Connection } from '#platform/db/index.ts';

export interface MachineOptions {
  readonly version: string;
  readonly clock: Clock;
  readonly installation: Installation;
  /** null: backups are not looked at (tests without them). */
  readonly connection: Connection | null;
  readonly mail: boolean;
}

const DAY = 86_400_000;
/** Shorter stretches tell nothing of how a disk fills. */
const LEAST_STRETCH = DAY;
const KEPT = 30;

/** What the health page is told of the machine under the product. */
export function openMachine({ version, clock, installation, connection, mail }: MachineOptions): Machine {
  const looks: { readonly at: number; readonly free: number }[] = [];
  return {
    version, mail, startedAt: clock.now(),
    memory: () => ({ used: process.memoryUsage().rss, of: totalmem() }),
    async disk() {
      const free = await statfs(installation.dataFolder).then(({ bavail, bsize }) => bavail * bsize, () => null);
      if (free === null) return null;
      const now = clock.now();
      const first = looks.find(({ at }) => now - at <= KEPT * DAY) ?? null;
      if ((looks.at(-1)?.at ?? -Infinity) < now - DAY / 24) looks.push({ at: now, free });
      if (looks.length > KEPT * 24) looks.shift();
      return { free, perDay: first && now - first.at >= LEAST_STRETCH ? ((first.free - free) * DAY) / (now - first.at) : null };
    },
    reach() {
      const { publicUrl, certificate, loopback } = installation.reach();
      const until = certificate?.found.until ?? null;
      return { https: certificate ? 'ours' : publicUrl?.startsWith('https:') ? 'proxy' : null, until: until === null ? null : Date.parse(until), loopback };
    },
    async backup() {
      const { folder } = await installation.backup();
      if (connection === null) return { folder, last: null, failed: null, trial: null };
      const { lastSuccess, lastFailure, lastTrial } = await backupStatus(connection, clock.now());
      return {
        folder, last: lastSuccess && Date.parse(lastSuccess.startedAt), failed: lastFailure && { at: Date.parse(lastFailure.startedAt), why: lastFailure.message },
        trial: lastTrial && { at: Date.parse(lastTrial.startedAt), succeeded: lastTrial.succeeded, seconds: lastTrial.seconds },
      };
    },
    channels: channelAnswers,
  };
}
