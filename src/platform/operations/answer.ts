import type { Readable } from 'node:stream';

/** A cookie to set; `value: null` takes it away. Always HttpOnly, SameSite=Lax, Path=/, and Secure on https. */
export interface Cookie {
  readonly name: string;
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
}

/** What an answer may carry beside its content. */
export interface Beside {
  readonly status?: number;
  readonly cookies?: readonly Cookie[];
}

/** An answer with something beside it: `return answered(me, { cookies: [...] })`. */
export class Answered<A> {
  constructor(
    readonly answer: A,
    readonly beside: Beside,
  ) {}
}

export function answered<A>(answer: A, beside: Beside): Answered<A> {
  return new Answered(answer, beside);
}

/** Content of an operation whose `answer` is `'file'`. Sent so that a browser never runs it. */
export interface FileAnswer {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array | Readable;
  /** Shown in the page (pictures, PDF) instead of saved. */
  readonly inline?: boolean;
}

/** A file that came with a request (`upload: true`). */
export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}
