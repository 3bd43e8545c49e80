import { statementOf, requireTenant, type Query, type Statement, type Written } from './statement.ts';
import type { Answer } from './batch.ts';
import type { Transaction } from './transaction.ts';

/** Whoever asks for data. Rights and person are the business of those who build one; the tenant is ours. */
export interface TenantActor {
  readonly tenant: string;
}

/** A statement that had to give one row gave none, or several. */
export class NotOneRow extends Error {
  override readonly name = 'NotOneRow';
}

/**
 * An actor's view of the data for the length of one transaction: the only way to run a statement.
 * After the end of the work it was made for, everything here throws `ScopeEnded`.
 */
export class Scope<A extends TenantActor = TenantActor> {
  readonly actor: A;
  readonly #transaction: Transaction;
  readonly #afterwards: (() => void | Promise<void>)[] = [];

  constructor(actor: A, transaction: Transaction) {
    this.actor = actor;
    this.#transaction = transaction;
  }

  /** The tenant of every row here; bind it in every statement. */
  get tenant(): string {
    return this.actor.tenant;
  }

  /** Rows of a statement of the builder. */
  async all<R extends object>(query: Query<R>): Promise<R[]> {
    return (await this.run<R>(statementOf(query))).rows;
  }

  /** Rows of a statement written by hand. */
  async rows<R extends object>(query: Written): Promise<R[]> {
    return (await this.run<R>(statementOf(query))).rows;
  }

  /** The only row. @throws NotOneRow when there is none, or more than one. */
  async one<R extends object>(query: Query<R>): Promise<R> {
    const row = await this.maybe(query);
    if (row === undefined) throw new NotOneRow('Expected one row, found none.');
    return row;
  }

  /** The only row, or undefined. @throws NotOneRow when there is more than one. */
  async maybe<R extends object>(query: Query<R>): Promise<R | undefined> {
    const rows = await this.all<R>(query);
    if (rows.length > 1) throw new NotOneRow(`Expected one row, found ${rows.length}.`);
    return rows[0];
  }

  /** Runs an insert, update or delete of the builder. @returns how many rows it touched. */
  async change(query: Query<unknown>): Promise<number> {
    return (await this.run(statementOf(query))).count;
  }

  /**
   * Runs a statement written by hand; a named one is prepared once per session.
   * @throws TenantMissing when it touches a table without its tenant_id.
   */
  run<R extends object>(statement: Statement): Promise<Answer<R>> {
    try {
      requireTenant(statement.text);
    } catch (error) {
      return Promise.reject(error);
    }
    return this.#transaction.run<R>(statement);
  }

  /**
   * Runs statements that do not wait for one another, in one round trip. With `last` the commit goes with them: the scope has
   * then ended, and nothing may be run in it any more.
   * @throws TenantMissing when one touches a table without its tenant_id; else what the first failing statement throws.
   */
  runAll(statements: readonly Statement[], { last = false } = {}): Promise<readonly Answer<object>[]> {
    try {
      for (const statement of statements) requireTenant(statement.text);
    } catch (error) {
      return Promise.reject(error);
    }
    return this.#transaction.runAll(statements, last);
  }

  /** Something to do once the transaction is safe: wake a loop, tell a browser. Not called after a rollback. */
  onCommit(afterwards: () => void | Promise<void>): void {
    if (this.#transaction.state === 'ended') throw new TypeError('The scope has ended.');
    this.#afterwards.push(afterwards);
  }

  /** For `withScope`: what was asked for through `onCommit`, in order. */
  static afterwardsOf(scope: Scope): readonly (() => void | Promise<void>)[] {
    return scope.#afterwards;
  }
}
