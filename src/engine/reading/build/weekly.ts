import type { DayWindow } from '../../policy.ts';
import type { Path } from '../problem.ts';
import { listOf, type Reader } from '../reader.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MIDNIGHT = 1440;

/** Reads `mon-fri: ["08:30-12:00", …]`, `sat`, `"mon,wed"`. A window that ends at or before its start runs over midnight. */
export function readWeekly(reader: Reader, raw: Readonly<Record<string, string | readonly string[]>>, path: Path): Record<number, readonly DayWindow[]> {
  const weekly: Record<number, readonly DayWindow[]> = {};
  for (const [key, texts] of Object.entries(raw)) {
    const days = daysOf(key);
    if (!days) reader.report([...path, key], { zh: `读不懂星期“${key}”，例：mon-fri、sat、"mon,wed"`, en: `cannot read the days “${key}”; write mon-fri, sat or "mon,wed"` });
    const windows = listOf<string>(texts).map(windowOf);
    if (windows.some((window) => window === null)) reader.report([...path, key], { zh: '时间应在 00:00 至 24:00 之间，例："08:30-12:00"', en: 'times lie between 00:00 and 24:00, such as "08:30-12:00"' });
    for (const day of days ?? []) weekly[day] = [...(weekly[day] ?? []), ...windows.filter((window) => window !== null)].sort((a, b) => a.from - b.from);
  }
  for (const windows of Object.values(weekly)) {
    const overlap = windows.some((window, index) => window.from < (windows[index - 1]?.to ?? 0));
    if (overlap) { reader.report(path, { zh: '同一天的时段相互重叠', en: 'windows of one day overlap' }); break; }
  }
  return weekly;
}

/** @returns weekdays 1 = Monday … 7 = Sunday; null when the key cannot be read. */
function daysOf(key: string): readonly number[] | null {
  const found: number[] = [];
  for (const part of key.toLowerCase().split(',')) {
    const [from = '', to = from, more] = part.trim().split('-');
    const [first, last] = [DAYS.indexOf(from), DAYS.indexOf(to)];
    if (first < 0 || last < 0 || more !== undefined) return null;
    for (let day = first; ; day = (day + 1) % 7) {
      found.push(day + 1);
      if (day === last) break;
    }
  }
  return [...new Set(found)];
}

function windowOf(text: string): DayWindow | null {
  const [, h1, m1, h2, m2] = (/^(\d+):(\d+)-(\d+):(\d+)$/.exec(text) ?? []).map(Number);
  if (h1 === undefined || m1 === undefined || h2 === undefined || m2 === undefined || m1 > 59 || m2 > 59) return null;
  const [from, to] = [h1 * 60 + m1, h2 * 60 + m2];
  if (from >= MIDNIGHT || to > MIDNIGHT) return null;
  return { from, to: to > from ? to : to + MIDNIGHT };
}
