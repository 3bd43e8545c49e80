import type { Actor, Context, Operation, Stream } from '#platform/operations/index.ts';
import type { Framed } from './framing.ts';

export type Served = Operation | Stream;

/** What a request brings to prove who sends it. With an Authorization header its cookies count for nothing. */
export interface Credentials {
  cookie(name: string): string | undefined;
  /** What follows `Bearer`; null when there is no such header. */
  readonly bearer: string | null;
}

export interface ServeOptions {
  readonly context: Context;
  /** Who sends a request; null for strangers. Asked again while a live stream is open. */
  identify(credentials: Credentials): Promise<Actor | null>;
  /** As people see us from outside; https makes cookies Secure. null = as the request says. */
  readonly publicUrl?: string | null;
  /** Believe X-Forwarded-For and -Host of a proxy in front (TRUST_PROXY): true, how many there are, or their addresses. */
  readonly trustProxy?: boolean | number | readonly string[];
  /** The page that systems outside may frame or fill in; null = none. */
  readonly framed?: Framed | null;
  /** Folder of the built pages; may appear later. null = no pages. */
  readonly web?: string | null;
  /** Compare every answer with its schema; for tests. */
  readonly checkAnswers?: boolean;
  /** How long a sender may take for a request and for its head, and how often we look, in milliseconds; for tests. */
  readonly patience?: { readonly request: number; readonly head: number; readonly look: number };
  /** Version of the product, for the API description. */
  readonly version?: string;
}
