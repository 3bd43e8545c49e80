import { AsyncLocalStorage } from 'node:async_hooks';
import { insideOf, type Database } from './database.ts';
import { isId } from './ids.ts';
import { Scope, type TenantActor } from './scope.ts';
import { Transaction } from './transaction.ts';

const ATTEMPTS = 3;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

const current = new AsyncLocalStorage<Transaction>();

/**
 * Runs work in one transaction that sees and writes the rows of the actor's tenant only. Committed when the work settles,
 * rolled back when it throws. A deadlock or serialization failure starts the work again (three attempts in all):
 * so it must have no effect besides its statements; everything else belongs into `scope.onCommit`.
 * @param actor - its tenant must be an identifier; anything else of it is passed on as it is.
 * @returns what the work returned, after the commit and after the `onCommit` callbacks (whose errors are only logged).
 * @throws what the work throws; TypeError for an actor without tenant or for a scope inside another.
 */
export function withScope<A extends TenantActor, T>(database: Database, actor: A, work: (scope: Scope<A>) => Promise<T>): Promise<T> {
  return inTransaction(database, actor, 'begin', work);
}

/** As `withScope`, for work that only reads: the database refuses every change. */
export function withReadScope<A extends TenantActor, T>(database: Database, actor: A, work: (scope: Scope<A>) => Promise<T>): Promise<T> {
  return inTransaction(database, actor, 'begin read only', work);
}

type Begin = 'begin' | 'begin read only';

async function inTransaction<A extends TenantActor, T>(
  database: Database,
  actor: A,
  begin: Begin,
  work: (scope: Scope<A>) => Promise<T>,
): Promise<T> {
  if (!isId(actor.tenant)) throw new TypeError('No actor, no data: the actor has no tenant.');
  // Waiting for a second session while holding the first would stop the whole product as soon as all sessions do it.
  if (current.getStore()?.open) throw new TypeError('A scope inside a scope: pass the outer one on, or begin after it has ended.');
  for (let attempt = 1; ; attempt++) {
    try {
      const { result, scope } = await once(database, actor, begin, work);
      await runAfterwards(database, scope);
      return result;
    } catch (error) {
      if (attempt === ATTEMPTS || !worthAnotherTry(error)) throw error;
    }
  }
}

function worthAnotherTry(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

async function once<A extends TenantActor, T>(
  database: Database,
  actor: A,
  begin: Begin,
  work: (scope: Scope<A>) => Promise<T>,
): Promise<{ result: T; scope: Scope<A> }> {
  const client = await insideOf(database).app.connect();
  // The tenant is a statement of its own, with the checked identifier in it: bind values are not possible there.
  const transaction = new Transaction(client, [{ name: begin, text: begin, values: [] }, { text: `set local app.tenant_id = '${actor.tenant}'`, values: [] }]);
  const scope = new Scope(actor, transaction);
  try {
    const result = await current.run(transaction, () => work(scope));
    await transaction.commit();
    client.release();
    return { result, scope };
  } catch (error) {
    client.release(await transaction.abandon());
    throw error;
  }
}

async function runAfterwards(database: Database, scope: Scope): Promise<void> {
  for (const afterwards of Scope.afterwardsOf(scope)) {
    try {
      await afterwards();
    } catch (error) {
      insideOf(database).log.error({ err: error }, 'something after a commit failed');
    }
  }
}
