import type { PoolClient, QueryResultRow } from 'pg';
import type { Statement } from './statement.ts';

/** What a statement gave: its rows, and how many rows it read or changed. */
export interface Answer<R> {
  readonly rows: R[];
  readonly count: number;
}

/** Used after its end, or never begun: the data of a scope is gone with it. */
export class ScopeEnded extends Error {
  override readonly name = 'ScopeEnded';
}

/** One session between BEGIN and its end. Statements asked for at the same time run one after the other. */
export class Transaction {
  readonly #client: PoolClient;
  #last: Promise<unknown> = Promise.resolve();
  #open = true;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  get open(): boolean {
    return this.#open;
  }

  /** @throws ScopeEnded after the end; else what the driver throws. */
  run<R extends object>(statement: Statement): Promise<Answer<R>> {
    if (!this.#open) return Promise.reject(new ScopeEnded('A statement came after the end of its scope. Await all work inside it.'));
    return this.#queued(async () => {
      const { name, text, values } = statement;
      const result = await this.#client.query<R & QueryResultRow>({ text, values: [...values], ...(name ? { name } : {}) });
      return { rows: result.rows, count: result.rowCount ?? 0 };
    });
  }

  /**
   * Waits for statements still under way, then commits.
   * @throws when the server rolled back instead: a failed statement whose error was caught leaves that to COMMIT, silently.
   */
  async commit(): Promise<void> {
    this.#open = false;
    const { command } = await this.#queued(() => this.#client.query('commit'));
    if (command !== 'COMMIT') throw new Error('The transaction was not committed: a statement in it had failed.');
  }

  /** Waits likewise, then rolls back. @returns the reason why the session may not be used again, if there is one. */
  async abandon(): Promise<Error | undefined> {
    this.#open = false;
    try {
      await this.#queued(() => this.#client.query('rollback'));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  #queued<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
