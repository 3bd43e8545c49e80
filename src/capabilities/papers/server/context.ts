import { openPress, type Press } from '#platform/documents/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { ExportList } from './lists/list.ts';

/** What papers keep while the server runs. */
export interface Papers {
  readonly press: Press;
  /** Every list that leaves as xlsx, by its name: those of this capability and those that `main` adds from others. */
  readonly lists: ReadonlyMap<string, ExportList>;
  /** Where browsers reach the product, without a slash at its end; QR codes lead there. Known once it listens. */
  address: string;
  /** Wakes the loop that makes large exports. */
  wakeExports: () => void;
}

declare module '#platform/operations/context.ts' {
  interface Context {
    readonly papers: Papers;
  }
}

/** Opens papers for one process. @throws Error when two lists have one name. */
export function openPapers({ log, lists }: { readonly log: Log; readonly lists: readonly ExportList[] }): Papers {
  const named = new Map(lists.map((list) => [list.id, list]));
  if (named.size < lists.length) throw new Error('Two lists to be exported have one name.');
  return { press: openPress({ log }), lists: named, address: '', wakeExports: () => undefined };
}
