import type { ZodType } from 'zod';
import { Problem, problemKind } from './problem.ts';
import { reached } from './reach.ts';
import { spokenLanguage } from './speech.ts';
import { waitForSignIn } from './signedOut.ts';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
export interface Call<T> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Query;
  /** JSON, or a form with files. */
  readonly body?: unknown;
  /** What the answer must look like. */
  readonly schema: ZodType<T>;
  /** Idempotency key of the submission: the same on every retry of the same body. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Fail at once when nobody is signed in, instead of asking over the page. */
  readonly quiet?: boolean;
}

/**
 * The one road to the server. Sends the cookie, the language and the key of the submission; reads the answer with the contract's schema.
 * An expired sign-in is asked for over the page and the call is repeated with the same key.
 * @throws Problem
 */
export async function call<T>(wanted: Call<T>): Promise<T> {
  const answer = await reach(wanted);
  if (answer.status === 401 && !wanted.quiet && await waitForSignIn()) return call(wanted);
  if (!answer.ok) throw await problemOf(answer);
  const body: unknown = answer.status === 204 ? null : await answer.json().catch(() => undefined);
  const read = wanted.schema.safeParse(body);
  if (!read.success) throw new Problem('unreadable', { status: answer.status, details: read.error.issues });
  return read.data;
}

async function reach(wanted: Call<unknown>): Promise<Response> {
  const form = wanted.body instanceof FormData;
  const headers = new Headers({ accept: 'application/json', 'accept-language': spokenLanguage() });
  if (wanted.body !== undefined && !form) headers.set('content-type', 'application/json');
  if (wanted.key !== undefined) headers.set('idempotency-key', wanted.key);
  const init: RequestInit = { method: wanted.method ?? 'GET', headers, credentials: 'same-origin' };
  if (wanted.body !== undefined) init.body = wanted.body instanceof FormData ? wanted.body : JSON.stringify(wanted.body);
  if (wanted.signal) init.signal = wanted.signal;
  try {
    const answer = await fetch(addressOf(wanted.path, wanted.query), init);
    reached(true);
    return answer;
  } catch (trouble) {
    if (wanted.signal?.aborted) throw trouble;
    reached(false);
    throw new Problem('offline');
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => null);
  const said = body !== null && typeof body === 'object' ? body : {};
  const code = 'error' in said && typeof said.error === 'string' ? said.error : '';
  const message = 'message' in said && typeof said.message === 'string' ? said.message : '';
  return new Problem(problemKind(answer.status, code), { status: answer.status, code, message, details: 'details' in said ? said.details : undefined });
}

/** A path with its query; what is empty is left out. */
export function addressOf(path: string, query: Query = {}): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') given.set(name, String(value));
  }
  const text = given.toString();
  return text === '' ? path : `${path}?${text}`;
}
