import type { FileStore } from '#platform/files/index.ts';

declare module '#platform/operations/context.ts' {
  interface Context {
    /** Where attached files lie. */
    readonly files: FileStore;
  }
}
