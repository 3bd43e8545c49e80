import { z } from 'zod';
import type { Language, Text } from '#engine/text.ts';
import type { Access } from './access.ts';
import type { Actor } from './actor.ts';
import type { Answered, FileAnswer, Upload } from './answer.ts';
import type { Context } from './context.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a handler knows of the request beside its input. */
export interface Request {
  readonly language: Language;
  /** Already checked: 1 to 200 visible ASCII characters. */
  readonly idempotencyKey: string | null;
  /** The caller's network address. */
  readonly address: string;
  /** `?dry=1` on an operation that declares `dry`: same answer, nothing written. */
  readonly dry: boolean;
  cookie(name: string): string | undefined;
}

/** What a handler is called with. P, Q, B are the outputs of the declared schemas. */
export interface Call<P = unknown, Q = unknown, B = unknown, A = Actor | null> {
  readonly actor: A;
  readonly input: { readonly params: P; readonly query: Q; readonly body: B };
  readonly request: Request;
  readonly context: Context;
  /** Present when the operation declares `upload`. */
  readonly file: Upload | null;
}

/** A public operation knows nobody, even if he is signed in; every other has an actor for certain. */
type ActorFor<X extends Access> = X extends { readonly is: 'public' } ? null : Actor;
type AnswerFor<A extends z.ZodType | 'file'> = A extends z.ZodType ? z.output<A> : FileAnswer;

const nothing = z.strictObject({});
export type Nothing = typeof nothing;

/**
 * What happens when the same changing request comes twice under one Idempotency-Key: its first answer is `kept` and given again
 * (made with `changing` of platform/idempotency, or by a handler that calls `once` itself), or it is `never` kept, and why.
 */
export type Repeated = 'kept' | { readonly never: string };

/** How an operation is written down: its address, its access, its schemas, and what it does. */
export interface Declaration<X extends Access, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType | 'file'> {
  readonly method: Method;
  /** Below `/api`, parameters in braces: `/api/matters/{id}/acts`. */
  readonly path: string;
  readonly summary: Text;
  readonly access: X;
  /** A parameter that does not fit its schema is answered like something absent. */
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  /** 200 when left out. 204 goes with `answer: z.undefined()`. */
  readonly status?: number;
  /** Absent (404) in tenants that are no demonstration. */
  readonly demonstrationOnly?: boolean;
  /** Understands `?dry=1`. */
  readonly dry?: boolean;
  /** Takes one file as multipart/form-data, at most 20 MB; further fields of the form are the body. */
  readonly upload?: boolean;
  /** Open to somebody who has yet to change the password given to him. */
  readonly whilePasswordMustChange?: boolean;
  /** To be stated by whatever changes something and is not public; a law compares them all. */
  readonly repeated?: Repeated;
  /** @throws Failure */
  handle(call: Call<z.output<P>, z.output<Q>, z.output<B>, ActorFor<X>>): Promise<AnswerFor<A> | Answered<AnswerFor<A>>>;
}

/** An operation with all that was left out filled in; what the server, the API description and the security battery read. */
export interface Operation<R extends string = string> {
  readonly kind: 'answer';
  readonly method: Method;
  readonly path: string;
  readonly summary: Text;
  readonly access: Access<R>;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  /** null = takes no body. */
  readonly body: z.ZodType | null;
  readonly answer: z.ZodType | 'file';
  readonly status: number;
  readonly demonstrationOnly: boolean;
  readonly dry: boolean;
  readonly upload: boolean;
  readonly whilePasswordMustChange: boolean;
  /** null: it changes nothing, or is public and knows nobody for whom an answer could be kept. */
  readonly repeated: Repeated | null;
  handle(call: Call): Promise<unknown>;
}

export type RightOf<X extends Access> = X extends { readonly is: 'right'; readonly right: infer R extends string } ? R : never;

/** Declares an operation. Leaving out `access` is an error of the compiler. */
export function operation<const X extends Access, A extends z.ZodType | 'file', P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing, B extends z.ZodType = z.ZodUndefined>(
  declaration: Declaration<X, P, Q, B, A>,
): Operation<RightOf<X>> {
  const { params, query, body, answer, status, demonstrationOnly, dry, upload, whilePasswordMustChange } = declaration;
  return {
    kind: 'answer',
    method: declaration.method,
    path: declaration.path,
    summary: declaration.summary,
    access: declaration.access as Access<RightOf<X>>,
    params: params ?? nothing,
    query: query ?? nothing,
    body: body ?? null,
    answer,
    status: status ?? 200,
    demonstrationOnly: demonstrationOnly ?? false,
    dry: dry ?? false,
    upload: upload ?? false,
    whilePasswordMustChange: whilePasswordMustChange ?? false,
    repeated: declaration.repeated ?? null,
    handle: declaration.handle as Operation['handle'],
  };
}
