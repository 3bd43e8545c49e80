import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts them for user space. */
const TICKS = 100;

/** CPU seconds (user + system, ended children included) that a process and everything below it have used so far. */
export function cpuOf(roots: readonly number[]): number {
  const all = processes();
  const below = new Set(roots);
  for (let grown = -1; grown !== below.size;) {
    grown = below.size;
    for (const each of all) if (below.has(each.parent)) below.add(each.pid);
  }
  return all.filter((each) => below.has(each.pid)).reduce((sum, each) => sum + each.ticks, 0) / TICKS;
}

/** Resident memory in MiB, shared pages counted in part (PSS), of a process and everything below it. */
export function memoryOf(root: number): number {
  try {
    const rollup = readFileSync(`/proc/${root}/smaps_rollup`, 'utf8');
    return Math.round(Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

interface Process { readonly pid: number; readonly parent: number; readonly ticks: number }

function processes(): readonly Process[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
      return [{ pid: Number(name), parent: Number(fields[1]), ticks }];
    } catch {
      return [];
    }
  });
}
