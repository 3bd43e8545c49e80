import { createHash } from 'node:crypto';
import type { Scope, Statement, TenantActor } from '#platform/db/index.ts';

/** An answer kept for a request that carried an Idempotency-Key. */
export interface KeptAnswer { readonly status: number; readonly answer: unknown }

/** Who sent which request under which key. */
export interface KeyedRequest { readonly person: string; readonly key: string; readonly hash: Buffer }

const FIND = 'select request_hash, status, answer from idempotency where tenant_id = $1 and person_id = $2 and key = $3';

/** Thrown where the same key came with another request. The caller turns it into its own failure. */
export class OtherRequest extends Error { override readonly name = 'OtherRequest' }
/** Thrown where the same request has not ended yet. */
export class StillRunning extends Error { override readonly name = 'StillRunning' }

const running = new Set<string>();

/** One fingerprint for method, address and body: the same key may only ever mean the same request. */
export function requestHash(method: string, path: string, body: unknown): Buffer {
  return createHash('sha256').update(`${method} ${path}\n${JSON.stringify(body)}`).digest();
}

/**
 * The answer kept for this key, or null when the request is new.
 * @throws OtherRequest when the key was used for another request.
 */
export async function keptAnswer<A extends TenantActor>(scope: Scope<A>, request: KeyedRequest): Promise<KeptAnswer | null> {
  const row = (await scope.run<{ request_hash: Buffer; status: number; answer: unknown }>({ name: 'idempotency-find', text: FIND, values: [scope.tenant, request.person, request.key] })).rows[0];
  if (!row) return null;
  if (!request.hash.equals(row.request_hash)) throw new OtherRequest();
  return { status: row.status, answer: row.answer };
}

/** Marks a keyed request as under way in this process until `work` has settled. @throws StillRunning when it already is. */
export async function whileRunning<T>(tenant: string, request: KeyedRequest | null, work: () => Promise<T>): Promise<T> {
  if (!request) return work();
  const name = `${tenant} ${request.person} ${request.key}`;
  if (running.has(name)) throw new StillRunning();
  running.add(name);
  try {
    return await work();
  } finally {
    running.delete(name);
  }
}

const KEEP = 'insert into idempotency (tenant_id, person_id, key, request_hash, status, answer, at) values ($1, $2, $3, $4, $5, $6, $7)';

/** The statement that keeps an answer; it belongs into the transaction of the effect. @param at - epoch milliseconds. */
export function insertAnswer(tenant: string, { person, key, hash }: KeyedRequest, { status, answer }: KeptAnswer, at: number): Statement {
  return { name: 'idempotency-keep', text: KEEP, values: [tenant, person, key, hash, status, JSON.stringify(answer), new Date(at)] };
}

const FORGET_ABOUT = 'delete from idempotency where tenant_id = $1 and exists (select from unnest($2::text[]) as w(id) where strpos(answer::text, w.id) > 0)';

/** Forgets every kept answer that speaks of one of these ids: what was erased must not be told again. @returns how many. */
export async function forgetAnswersAbout<A extends TenantActor>(scope: Scope<A>, ids: readonly string[]): Promise<number> {
  return (await scope.run({ name: 'idempotency-forget-about', text: FORGET_ABOUT, values: [scope.tenant, ids] })).count;
}

const FORGET = 'delete from idempotency where tenant_id = $1 and at < $2';
const SEVEN_DAYS = 7 * 86_400_000;

/** Forgets the answers kept for more than seven days. @returns how many. */
export async function forgetOldAnswers<A extends TenantActor>(scope: Scope<A>, now: number): Promise<number> {
  return (await scope.run({ name: 'idempotency-forget', text: FORGET, values: [scope.tenant, new Date(now - SEVEN_DAYS)] })).count;
}
