import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Text } from '#engine/text.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { backupsAmong, KEPT, nameOf, nextBackup, TRIAL_EVERY } from '../rules/nights.ts';
import { BackupRefused, makeBackup, UNFINISHED } from './make.ts';
import type { OnProgress } from './progress.ts';
import { backupStatus, beginRun, endRun, type Ended } from './status.ts';
import { tryRestoring } from './trial.ts';
import { whyOf } from './why.ts';

export interface NightlyOptions {
  readonly connection: Connection;
  readonly dataFolder: string;
  /** The folder in which backups gather; asked each night, null = none is wanted. */
  readonly folder: () => Promise<string | null>;
  readonly migrations: string;
  readonly product: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Where it is night; the machine's own zone when left out. */
  readonly zone?: string;
}

export interface Nightly {
  /** A backup now, and a trial where the last is too old. Waits for one under way. */
  backUp(): Promise<void>;
  /** Takes on no more, and breaks off what is under way. */
  stop(): Promise<void>;
}

/** Thrown out of the work when the server stops: it ends in order, and what was begun is removed. */
const stopping = (): BackupRefused => new BackupRefused({ zh: '服务停止，备份没有做完，下次启动后会再做。', en: 'The server stopped, so the backup was not finished. It will be made after the next start.' });

/** Timers cannot wait longer than about 24 days; and a machine that slept should notice within the hour. */
const LONGEST_SLEEP = 3_600_000;

/** Makes a backup every night, keeps the newest fourteen, and tries once a week whether one can be restored. */
export function startNightly(options: NightlyOptions): Nightly {
  const { connection, clock, log } = options;
  const zone = options.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  const backUp = (): Promise<void> => {
    last = last.then(() => night(options, () => { if (stopped) throw stopping(); })).catch((error: unknown) => log.error({ err: error }, 'the nightly backup could not be noted'));
    return last;
  };
  const sleep = async (): Promise<void> => {
    const { lastSuccess, lastFailure } = await backupStatus(connection, clock.now());
    const tried = Math.max(...[lastSuccess, lastFailure].map((run) => (run ? Date.parse(run.startedAt) : -Infinity)));
    const next = nextBackup(clock.now(), Number.isFinite(tried) ? tried : null, zone);
    if (stopped) return;
    const wait = Math.max(0, next - clock.now());
    timer = setTimeout(() => void (wait <= LONGEST_SLEEP ? backUp() : Promise.resolve()).then(rest), Math.min(wait, LONGEST_SLEEP));
    timer.unref();
  };
  const rest = (): Promise<void> => sleep().catch((error: unknown) => {
    log.error({ err: error }, 'when the next backup is due could not be read');
    if (!stopped) timer = setTimeout(() => void rest(), LONGEST_SLEEP).unref();
  });
  void rest();
  return {
    backUp,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await last;
    },
  };
}

async function night(options: NightlyOptions, onProgress: OnProgress): Promise<void> {
  const gathered = await options.folder();
  if (gathered === null) return;
  const { connection, clock, log } = options;
  const folder = join(gathered, nameOf(clock.now()));
  const id = await beginRun(connection, 'backup', folder, clock.now());
  if (id === null) return;
  const before = (await goodBackups(gathered))[0];
  const ended = await makeBackup({ connection, dataFolder: options.dataFolder, folder, product: options.product, at: clock.now(), before: before ?? null, onProgress }).then(
    ({ rows, bytes, manifest, doubts }): Ended => ({ succeeded: true, rows, bytes, files: manifest.files.count, message: doubts.length > 0 ? doubtful(doubts.length) : null }),
    (error: unknown): Ended => {
      log.error({ err: error, folder }, 'the nightly backup failed');
      return { succeeded: false, message: whyOf(error) };
    },
  );
  await endRun(connection, id, clock.now(), ended);
  if (!ended.succeeded) return;
  await tidy(gathered, clock.now());
  const { lastTrial } = await backupStatus(connection, clock.now());
  if (!lastTrial || !lastTrial.succeeded || clock.now() - Date.parse(lastTrial.startedAt) > TRIAL_EVERY) await tryRestoring({ ...options, folder, onProgress });
}

const doubtful = (count: number): Text => ({ zh: `备份已完成，但有 ${count} 个附件缺失或已损坏。`, en: `The backup was made, but ${count} attached files are missing or damaged.` });

/** Whole backups in a folder, newest first. */
async function goodBackups(folder: string): Promise<readonly string[]> {
  const named = backupsAmong(await readdir(folder).catch(() => []));
  const whole = await Promise.all(named.map((name) => stat(join(folder, name, 'manifest.json')).then(() => [join(folder, name)], () => [])));
  return whole.flat();
}

const DAY = 86_400_000;

/** Removes backups beyond the newest fourteen, and what a crash left unfinished more than a day ago. */
async function tidy(folder: string, now: number): Promise<void> {
  for (const old of (await goodBackups(folder)).slice(KEPT)) await rm(old, { recursive: true, force: true });
  for (const name of await readdir(folder)) {
    const [of = '', rest] = name.split(UNFINISHED);
    if (rest === undefined || backupsAmong([of]).length === 0) continue;
    const path = join(folder, name);
    if (now - (await stat(path)).mtimeMs > DAY) await rm(path, { recursive: true, force: true });
  }
}
