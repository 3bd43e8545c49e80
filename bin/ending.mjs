// npm passes SIGTERM on to its shell, which dies without passing it on to us; and a closed terminal may take npm alone. So we look.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EVERY = 500;

/**
 * Sends ourselves SIGTERM when the npm that runs us, or the shell between, has ended. Does nothing when we were not started by npm:
 * whoever starts Node himself knows whom to signal.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const above = parentOf(parent);
  const looking = setInterval(() => {
    if (process.ppid === parent && lives(above)) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY);
  looking.unref();
}

function lives(pid) {
  try {
    // Nobody waits for init, and its number means that there is nobody.
    return pid <= 1 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The parent of a process; 0 where nobody tells. */
function parentOf(pid) {
  try {
    if (process.platform !== 'linux') return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}
