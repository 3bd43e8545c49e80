import type { PoolClient, QueryResultRow } from 'pg';
import type { Statement } from './statement.ts';
import { together } from './wire.ts';

/** What a statement gave: its rows, and how many rows it read or changed. */
export interface Answer<R> {
  readonly rows: R[];
  readonly count: number;
}

/** Used after its end, or never begun: the data of a scope is gone with it. */
export class ScopeEnded extends Error {
  override readonly name = 'ScopeEnded';
}

/**
 * One session between BEGIN and its end. Statements go out at once and are answered in their order: the session is
 * pipelined, so that statements which do not wait for one another cost one round trip together.
 */
export class Transaction {
  readonly #client: PoolClient;
  readonly #begun: Promise<unknown>;
  #state: 'open' | 'committed' | 'ended' = 'open';

  /** Sends BEGIN and the tenant, each as a statement of its own, without waiting: what follows is answered after them. */
  constructor(client: PoolClient, opening: readonly string[]) {
    this.#client = client;
    this.#begun = Promise.all(opening.map((text) => client.query(text)));
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
    const sent = together(this.#client, () => {
      const answers = statements.map((statement) => this.#send<object>(statement));
      return { answers, committed: last ? this.#commit() : null };
    });
    const settled = await Promise.allSettled(sent.answers);
    const failed = settled.find((each) => each.status === 'rejected');
    if (failed) {
      await sent.committed?.catch(() => undefined);
      throw failed.reason;
    }
    await sent.committed;
    return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  }

  /**
   * Commits, unless the last statements have done so.
   * @throws when the server rolled back instead: a failed statement whose error was caught leaves that to COMMIT, silently.
   */
  async commit(): Promise<void> {
    if (this.#state !== 'committed') await this.#commit();
    this.#state = 'ended';
    await this.#begun;
  }

  /** Rolls back what is open. @returns the reason why the session may not be used again, if there is one. */
  async abandon(): Promise<Error | undefined> {
    this.#state = 'ended';
    try {
      await this.#client.query('rollback');
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async #commit(): Promise<void> {
    this.#state = 'committed';
    const { command } = await this.#client.query('commit');
    if (command !== 'COMMIT') throw new Error('The transaction was not committed: a statement in it had failed.');
  }

  async #send<R extends object>({ name, text, values }: Statement): Promise<Answer<R>> {
    const result = await this.#client.query<R & QueryResultRow>({ text, values: [...values], ...(name ? { name } : {}) });
    return { rows: result.rows, count: result.rowCount ?? 0 };
  }
}
