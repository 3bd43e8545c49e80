import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '#platform/config/index.ts';

/** One line of a sheet with anything in it: its row number as the table program shows it, and its cells as texts. */
export interface Line { readonly row: number; readonly cells: string[] }
export interface Bounds { readonly mostRows: number; readonly mostColumns: number; readonly longestCell: number }

const LONGEST = 15_000;
const MOST_MEGABYTES = 256;

/**
 * Opens a workbook in a thread of its own, which is ended when it takes more than 15 seconds or 256 MB.
 * @returns the lines of its first sheet with anything in it, at most one more than `mostRows`. @throws Error when it cannot be read
 */
export function opened(bytes: Uint8Array, bounds: Bounds): Promise<Line[]> {
  const worker = new Worker(join(packageRoot(), 'src/capabilities/setup/server/sheet-worker.mjs'), { workerData: { bytes, ...bounds }, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
  return new Promise<Line[]>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the workbook takes too long to read')), LONGEST);
    worker.once('message', (lines: Line[]) => { clearTimeout(timer); resolve(lines); });
    worker.once('error', (error) => { clearTimeout(timer); reject(error); });
    worker.once('exit', () => { clearTimeout(timer); reject(new Error('the workbook could not be read')); });
  }).finally(() => void worker.terminate());
}
