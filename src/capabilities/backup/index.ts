/** The door of backups: making one, restoring one, and what the nights brought. */
export type { Doubt } from './server/attached.ts';
export { BackupRefused, makeBackup, type Made, type ToBackUp } from './server/make.ts';
export { startNightly, type Nightly, type NightlyOptions } from './server/nightly.ts';
export type { OnProgress, Progress } from './server/progress.ts';
export type { Damage } from './server/read.ts';
export { restoreBackup, type Restored, type ToRestore } from './server/restore.ts';
export { backupStatus } from './server/status.ts';
export { tryRestoring } from './server/trial.ts';
