import pg from 'pg';
import type { Statement } from './statement.ts';
import { columnsOf, rowOf, wireValue, type Column, type FieldDescription } from './wire.ts';

/** What a statement gave: its rows, how many rows it read or changed, and the word of the server for what it did. */
export interface Answer<R> {
  readonly rows: R[];
  readonly count: number;
  readonly command: string;
}

/** A statement on its way, and who waits for its answer. */
export interface Sent {
  readonly statement: Statement;
  readonly resolve: (answer: Answer<never>) => void;
  readonly reject: (reason: unknown) => void;
}

/** The driver's connection, as far as a batch speaks to it. Its own types leave these out, or ask for more than is needed. */
interface Wire {
  readonly stream: { write(bytes: Uint8Array): void };
  /** Prepared statements the server has acknowledged, and those that are on their way to it. */
  readonly parsedStatements: Record<string, string | undefined>;
  readonly submittedNamedStatements: Record<string, string | undefined>;
}
/** The driver's messages, gathered instead of sent one by one. */
interface Messages {
  parse(message: { readonly text: string; readonly name: string }): void;
  bind(message: { readonly statement: string; readonly values: readonly unknown[]; readonly valueMapper: (value: unknown) => unknown }): void;
  describe(message: { readonly type: 'P'; readonly name: '' }): void;
  execute(message: null): void;
  sync(): void;
}

/** What a prepared statement gives back, per session: the server describes it once. */
const described = new WeakMap<object, Map<string, readonly Column[]>>();

/** The state of one statement of a batch while its answer comes in. */
interface Coming { columns: readonly Column[]; readonly rows: object[]; failed: unknown; answer: Answer<never> | null }

/**
 * Statements that leave in one write and are answered together: one message to the server, one Sync behind all of them, one answer.
 * The driver's own queries carry a Sync each, and every Sync is an answer of its own: a system call of the server and a
 * turn of our loop (a create has twelve statements). After a statement that failed the server passes over the rest of its batch; all
 * of those fail for the same reason.
 */
export class Batch extends pg.Query {
  // The driver asks for both when the server acknowledges a prepared statement: those of the statement whose turn it is.
  name: string | undefined;
  text: string;
  readonly #sent: readonly Sent[];
  #at = 0;
  #coming: Coming;
  readonly #done: Coming[] = [];
  #known: Map<string, readonly Column[]> = new Map();

  constructor(sent: readonly Sent[]) {
    super({ text: '' });
    this.#sent = sent;
    this.name = sent[0]?.statement.name;
    this.text = sent[0]?.statement.text ?? '';
    this.#coming = this.#next();
  }

  /** Called by the driver. @returns what keeps the batch from being sent: nothing has left then. */
  override submit = (connection: unknown): Error | null => {
    const wire = connection as Wire;
    const bytes: Uint8Array[] = [];
    const messages = Object.assign(Object.create(pg.Connection.prototype) as Messages, { _send: (message: Uint8Array) => void bytes.push(message) });
    const fresh = new Map<string, string>();
    this.#known = described.get(wire) ?? new Map();
    described.set(wire, this.#known);
    this.#coming = this.#next();
    try {
      for (const { statement: { name = '', text, values } } of this.#sent) {
        const before = name === '' ? undefined : (fresh.get(name) ?? wire.submittedNamedStatements[name] ?? wire.parsedStatements[name]);
        if (before !== undefined && before !== text) throw new Error(`The name “${name}” stands for another statement already.`);
        if (before === undefined) messages.parse({ name, text });
        if (before === undefined && name !== '') fresh.set(name, text);
        messages.bind({ statement: name, values, valueMapper: wireValue });
        if (!this.#known.has(name)) messages.describe({ type: 'P', name: '' });
        messages.execute(null);
      }
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
    messages.sync();
    for (const [name, text] of fresh) wire.submittedNamedStatements[name] = text;
    wire.stream.write(Buffer.concat(bytes));
    return null;
  };

  handleRowDescription({ fields }: { readonly fields: readonly FieldDescription[] }): void {
    this.#coming.columns = columnsOf(fields);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#coming.failed !== null) return;
    try {
      this.#coming.rows.push(rowOf(this.#coming.columns, fields));
    } catch (error) {
      this.#coming.failed = error;
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const name = this.#sent[this.#at]?.statement.name;
    if (name !== undefined) this.#known.set(name, this.#coming.columns);
    const words = text.split(' ');
    this.#coming.answer = { rows: this.#coming.rows as never[], count: Number(words.at(-1)) || 0, command: words[0] ?? '' };
    this.#done.push(this.#coming);
    this.#at += 1;
    this.name = this.#sent[this.#at]?.statement.name;
    this.text = this.#sent[this.#at]?.statement.text ?? '';
    this.#coming = this.#next();
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  /** The statement whose turn it is has failed, or the session has ended: it and all behind it are told so. */
  handleError(reason: unknown, connection: unknown): void {
    const { submittedNamedStatements: submitted } = connection as Wire;
    for (const { statement: { name } } of this.#sent.slice(this.#at)) if (name !== undefined) delete submitted[name];
    this.#settle();
    for (const { reject } of this.#sent.slice(this.#at)) reject(reason);
  }

  handleReadyForQuery(): void {
    this.#settle();
  }

  #settle(): void {
    for (const [at, { failed, answer }] of this.#done.splice(0).entries()) {
      const sent = this.#sent[at];
      if (answer === null || failed !== null) sent?.reject(failed);
      else sent?.resolve(answer);
    }
  }

  #next(): Coming {
    return { columns: this.#known.get(this.name ?? '') ?? [], rows: [], failed: null, answer: null };
  }
}
