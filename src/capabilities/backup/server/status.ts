import type { Text } from '#engine/text.ts';
import { asOwner, uuidv7, type Connection } from '#platform/db/index.ts';
import type { BackupStatus, Run } from '../contract.ts';

/** Longer than any backup takes: what has not ended by then was cut off. */
const CUT_OFF = 12 * 3_600_000;
const BEGIN = `insert into backup_run (id, kind, folder, started_at) select $1, $2, $3, $4
  where not exists (select from backup_run where kind = $2 and succeeded is null and started_at > $5) returning id`;
const END = 'update backup_run set ended_at = $2, succeeded = $3, rows = $4, bytes = $5, files = $6, message = $7 where id = $1';
/** Two years of nights are enough to look back on. */
const FORGET = 'delete from backup_run where started_at < $1';
const TWO_YEARS = 730 * 86_400_000;

export interface Ended { readonly succeeded: boolean; readonly rows?: number; readonly bytes?: number; readonly files?: number; readonly message: Text | null }

/** Notes that a backup, or a trial, begins. @returns its id, or null while another process is at it. */
export async function beginRun(connection: Connection, kind: 'backup' | 'trial', folder: string, at: number): Promise<string | null> {
  return asOwner(connection, async (run) => {
    // Two processes that begin at the same moment: the second one waits, and then sees the first.
    await run({ text: 'begin', values: [] });
    await run({ text: 'lock table backup_run in share row exclusive mode', values: [] });
    await run({ text: FORGET, values: [new Date(at - TWO_YEARS)] });
    const rows = await run<{ id: string }>({ text: BEGIN, values: [uuidv7(), kind, folder, new Date(at), new Date(at - CUT_OFF)] });
    await run({ text: 'commit', values: [] });
    return rows[0]?.id ?? null;
  });
}

export async function endRun(connection: Connection, id: string, at: number, { succeeded, rows, bytes, files, message }: Ended): Promise<void> {
  await asOwner(connection, (run) => run({ text: END, values: [id, new Date(at), succeeded, rows ?? null, bytes ?? null, files ?? null, message && JSON.stringify(message)] }));
}

interface RunRow { readonly folder: string; readonly started_at: number; readonly ended_at: number | null; readonly succeeded: boolean | null; readonly rows: number | null; readonly bytes: number | null; readonly files: number | null; readonly message: Text | null }

const LAST = 'select folder, started_at, ended_at, succeeded, rows, bytes, files, message from backup_run where kind = $1 and succeeded is not distinct from $2 order by started_at desc limit 1';
const TRIAL = "select folder, started_at, ended_at, succeeded, rows, bytes, files, message from backup_run where kind = 'trial' and succeeded is not null order by started_at desc limit 1";

/** What the health page tells: the last good backup, the last that failed, the last trial of restoring one. @param now - epoch milliseconds */
export async function backupStatus(connection: Connection, now: number): Promise<BackupStatus> {
  return asOwner(connection, async (run) => {
    const last = async (succeeded: boolean | null): Promise<RunRow | undefined> => (await run<RunRow>({ text: LAST, values: ['backup', succeeded] }))[0];
    const [running, success, failure] = [await last(null), await last(true), await last(false)];
    const trial = (await run<RunRow>({ text: TRIAL, values: [] }))[0];
    return {
      running: running !== undefined && running.started_at > now - CUT_OFF, lastSuccess: success ? told(success) : null, lastFailure: failure ? told(failure) : null,
      lastTrial: trial ? { ...told(trial), succeeded: trial.succeeded === true, seconds: ((trial.ended_at ?? trial.started_at) - trial.started_at) / 1000 } : null,
    };
  });
}

function told({ started_at, ended_at, folder, rows, bytes, files, message }: RunRow): Run {
  return { startedAt: new Date(started_at).toISOString(), endedAt: ended_at === null ? null : new Date(ended_at).toISOString(), folder, rows, bytes, files, message };
}
