import type { PoolClient } from 'pg';
import { Batch, type Answer, type Sent } from './batch.ts';
import type { Statement } from './statement.ts';

/** Used after its end, or never begun: the data of a scope is gone with it. */
export class ScopeEnded extends Error {
  override readonly name = 'ScopeEnded';
}

/**
 * One session between BEGIN and its end. Statements are answered in their order; those that do not wait for one another, because
 * they were asked for in one turn of the loop, leave as one batch and cost one round trip together.
 */
export class Transaction {
  readonly #client: PoolClient;
  readonly #begun: Promise<unknown>;
  #state: 'open' | 'committed' | 'ended' = 'open';
  #waiting: Sent[] = [];
  #committing: Promise<void> | null = null;

  /** Sends BEGIN and the tenant without waiting: the first statement of the work goes out with them. */
  constructor(client: PoolClient, opening: readonly Statement[]) {
    this.#client = client;
    this.#begun = Promise.all(opening.map((statement) => this.#send(statement)));
    // Looked at when the transaction ends; until then a failure shows in every statement behind it.
    this.#begun.catch(() => undefined);
  }

  get open(): boolean {
    return this.#state === 'open';
  }

  get state(): 'open' | 'committed' | 'ended' {
    return this.#state;
  }

  /** @throws ScopeEnded after the end; else what the driver throws. */
  run<R extends object>(statement: Statement): Promise<Answer<R>> {
    if (!this.open) return Promise.reject(new ScopeEnded('A statement came after the end of its scope. Await all work inside it.'));
    return this.#send<R>(statement);
  }

  /**
   * Runs statements in one round trip; with `last`, the commit goes with them and the transaction has ended.
   * @throws what the first failing statement throws; the transaction is then as good as rolled back.
   */
  async runAll(statements: readonly Statement[], last: boolean): Promise<readonly Answer<object>[]> {
    if (!this.open) throw new ScopeEnded('A statement came after the end of its scope. Await all work inside it.');
    const answers = statements.map((statement) => this.#send<object>(statement));
    const committed = last ? this.#committed() : null;
    const settled = await Promise.allSettled(answers);
    const failed = settled.find((each) => each.status === 'rejected');
    if (failed) {
      await committed?.catch(() => undefined);
      throw failed.reason;
    }
    await committed;
    return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  }

  /**
   * Commits, unless the last statements do so; then their commit is waited for, whether anybody else does or not.
   * @throws when the server rolled back instead: a failed statement whose error was caught leaves that to COMMIT, silently.
   */
  async commit(): Promise<void> {
    await this.#committed();
    this.#state = 'ended';
    await this.#begun;
  }

  /** Rolls back what is open. What was asked for in this very turn and has not left, a commit too, is dropped: behind the rollback it would be outside any transaction. @returns the reason why the session may not be used again, if there is one. */
  async abandon(): Promise<Error | undefined> {
    this.#state = 'ended';
    for (const { reject } of this.#waiting.splice(0)) reject(new ScopeEnded('The scope was given up before this statement left.'));
    try {
      await this.#client.query('rollback');
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  #committed(): Promise<void> {
    this.#committing ??= this.#commit();
    return this.#committing;
  }

  async #commit(): Promise<void> {
    this.#state = 'committed';
    const { command } = await this.#send({ name: 'commit', text: 'commit', values: [] });
    if (command !== 'COMMIT') throw new Error('The transaction was not committed: a statement in it had failed.');
  }

  #send<R extends object>(statement: Statement): Promise<Answer<R>> {
    return new Promise<Answer<R>>((resolve, reject) => {
      if (this.#waiting.length === 0) queueMicrotask(() => this.#leave());
      this.#waiting.push({ statement, resolve, reject });
    });
  }

  #leave(): void {
    if (this.#waiting.length === 0) return;
    const batch = new Batch(this.#waiting);
    this.#waiting = [];
    this.#client.query(batch);
  }
}
