import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '#platform/config/index.ts';
import { fontFolder } from '../glyphs/fonts.ts';

export interface Wanted { readonly id: number; readonly layout: string; readonly values: string; readonly at: number }
export interface Set { readonly pdf: Uint8Array; readonly pages: number }

/** A layout that cannot be set: a fault of the program, with what the compiler said. */
export class NotSet extends Error { override readonly name = 'NotSet' }
/** Setting took longer than any paper should. */
export class TooLong extends Error { override readonly name = 'TooLong' }

/** One thread that sets papers, one after the other. */
export interface Thread { set(wanted: Wanted, milliseconds: number): Promise<Set>; end(): Promise<void> }

interface Told { readonly id: number; readonly pdf?: Uint8Array; readonly pages?: number; readonly error?: string }

/** Starts a thread. Layouts are files below `src`; nothing else can be read by them. It does not keep the process alive. */
export function startThread(): Thread {
  const root = join(packageRoot(), 'src');
  const worker = new Worker(join(root, 'platform', 'documents', 'press', 'worker.mjs'), { workerData: { root, fonts: fontFolder() } });
  worker.unref();
  let ended: Error | null = null;
  worker.on('error', (error) => { ended = error; });
  worker.on('exit', () => { ended ??= new NotSet('the thread that sets papers has ended'); });
  return {
    set: ({ id, layout, values, at }, milliseconds) => new Promise((resolve, reject) => {
      if (ended) { reject(ended); return; }
      const settle = (done: () => void): void => { clearTimeout(timer); worker.off('message', hear); worker.off('error', fail); worker.off('exit', gone); done(); };
      const fail = (error: Error): void => settle(() => reject(error));
      const gone = (): void => fail(new NotSet('the thread that sets papers has ended'));
      const hear = (told: Told): void => {
        if (told.id !== id) return;
        settle(() => (told.pdf && told.pages !== undefined ? resolve({ pdf: told.pdf, pages: told.pages }) : reject(new NotSet(told.error ?? 'nothing was set'))));
      };
      const timer = setTimeout(() => fail(new TooLong(`a paper was not set within ${milliseconds} ms`)), milliseconds);
      worker.on('message', hear);
      worker.once('error', fail);
      worker.once('exit', gone);
      worker.postMessage({ id, layout: join(root, layout), values, at });
    }),
    async end() {
      await worker.terminate();
    },
  };
}
