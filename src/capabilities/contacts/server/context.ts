import type { Channels } from './channels.ts';

declare module '#platform/operations/context.ts' {
  interface Context {
    /** The ways out of the product. */
    readonly channels: Channels;
  }
}
