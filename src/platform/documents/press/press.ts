import type { Log } from '#platform/log/index.ts';
import { unavailable } from '#platform/operations/index.ts';
import { drawnCharacters } from '../glyphs/fonts.ts';
import { settle } from '../glyphs/settle.ts';
import { NotSet, startThread, type Set, type Thread } from './thread.ts';

/** What a layout is given, beside what its form fills in. */
export interface Printable { readonly [name: string]: unknown }

export type { Set as SetPaper };

/** Sets papers as PDF, off the thread that answers requests. */
export interface Press {
  /**
   * @param layout - path of the layout below `src`. @param values - JSON that the layout reads as data; nothing in it is ever read as code.
   * @param at - the instant of the print (milliseconds): the file's own date, so that the same print gives the same bytes.
   * @throws Failure 503 when too many wait, or setting took too long; NotSet for a layout that is wrong.
   */
  print(layout: string, values: Printable, at: number): Promise<Set>;
  close(): Promise<void>;
}

export interface PressOptions {
  readonly log: Log;
  /** How many may wait at once; 40 when left out. */
  readonly waiting?: number;
  /** How long one paper may take, in milliseconds; 20 seconds when left out. */
  readonly milliseconds?: number;
  readonly start?: () => Thread;
}

/** Opens a press. Its thread begins with the first paper; after a paper that took too long, the next one gets a new thread. */
export function openPress({ log, waiting = 40, milliseconds = 20_000, start = startThread }: PressOptions): Press {
  let thread: Thread | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let queued = 0;
  let count = 0;

  const setNow = async (layout: string, values: string, at: number): Promise<Set> => {
    thread ??= start();
    try {
      return await thread.set({ id: ++count, layout, values, at }, milliseconds);
    } catch (error) {
      log.error({ err: error, layout }, 'a paper could not be set');
      // Whatever the thread is busy with goes on without us and ends with it.
      const left = thread;
      thread = null;
      void left.end();
      throw error instanceof NotSet ? error : unavailable();
    }
  };

  return {
    async print(layout, values, at) {
      if (queued >= waiting) throw unavailable();
      const { value, rare } = settle(values, drawnCharacters());
      queued++;
      const set = queue.then(() => setNow(layout, JSON.stringify({ ...value, rare }), at));
      queue = set.catch(() => undefined).finally(() => { queued--; });
      return set;
    },
    async close() {
      await thread?.end();
      thread = null;
    },
  };
}
