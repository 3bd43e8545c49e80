import { z } from 'zod';
import type { Language, Text } from '#engine/text.ts';
import type { Access } from './access.ts';
import type { Actor } from './actor.ts';
import type { Context } from './context.ts';

/** What the writer of a live stream is given. */
export interface StreamCall<Q = unknown> {
  readonly actor: Actor;
  readonly query: Q;
  readonly language: Language;
  readonly context: Context;
  /** Sends one event to the browser; quietly nothing once the stream is closed or the reader has lost his access. */
  send(event: string, payload: unknown): void;
  /** Aborted when the browser has gone, the access has ended, or the server stops. */
  readonly closed: AbortSignal;
}

/** A live stream (server-sent events). It stays open until `closed`; `open` may return at once after subscribing. */
export interface Stream<R extends string = string> {
  readonly kind: 'stream';
  readonly method: 'GET';
  readonly path: string;
  readonly summary: Text;
  readonly access: Exclude<Access<R>, { is: 'public' }>;
  readonly query: z.ZodType;
  open(call: StreamCall): Promise<void>;
}

interface StreamDeclaration<X, Q extends z.ZodType> {
  readonly path: string;
  readonly summary: Text;
  readonly access: X;
  readonly query?: Q;
  open(call: StreamCall<z.output<Q>>): Promise<void>;
}

const nothing = z.strictObject({});

type RightOf<X extends Access> = X extends { readonly is: 'right'; readonly right: infer R extends string } ? R : never;

/** Declares a live stream; never public. */
export function stream<const X extends Exclude<Access, { is: 'public' }>, Q extends z.ZodType = typeof nothing>(
  declaration: StreamDeclaration<X, Q>,
): Stream<RightOf<X>> {
  return {
    kind: 'stream',
    method: 'GET',
    path: declaration.path,
    summary: declaration.summary,
    access: declaration.access as Stream<RightOf<X>>['access'],
    query: declaration.query ?? nothing,
    open: declaration.open as Stream['open'],
  };
}
