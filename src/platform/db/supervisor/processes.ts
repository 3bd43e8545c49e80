import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a process of this number runs, whosever it is. */
export function lives(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether the process of this number is a PostgreSQL that still works. Numbers are used again after a crash or in a new
 * container, and a dead process that nobody has buried still has its number: neither counts.
 */
export async function isPostgres(pid: number): Promise<boolean> {
  if (!lives(pid)) return false;
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return /^\d+ \(postgres\) [^ZX]/.test(line);
  }
  const command = process.platform === 'win32' ? ['tasklist', '/FI', `PID eq ${pid}`, '/NH'] : ['ps', '-p', String(pid), '-o', 'stat=,comm='];
  const { stdout } = await run(command[0] ?? '', command.slice(1)).catch(() => ({ stdout: '' }));
  return /postgres/.test(stdout) && !stdout.trim().startsWith('Z');
}
