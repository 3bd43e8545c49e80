import { join } from 'node:path';
import { startNightly, type Nightly } from '#capabilities/backup/index.ts';
import type { Installation } from '#capabilities/setup/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { packageRoot, type Config } from '#platform/config/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';

/** Backups every night into the folder of AFTERCARE_BACKUP, or the one set in the pages; without one nothing is made. */
export function startNights({ dataFolder }: Config, installation: Pick<Installation, 'backup'>, connection: Connection, product: string, log: Log): Nightly {
  return startNightly({ connection, dataFolder, folder: async () => (await installation.backup()).folder, migrations: join(packageRoot(), 'migrations'), product, clock: systemClock, log });
}
