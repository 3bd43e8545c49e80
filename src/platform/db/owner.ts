import pg from 'pg';
import { sessionOf, type Connection } from './connection.ts';
import type { Statement } from './statement.ts';

/**
 * Runs work as the owner of the tables, on one session of its own: for backup, restore and the tests of the walls themselves.
 * No request ever comes here.
 */
export async function asOwner<T>(connection: Connection, work: (run: OwnerRun) => Promise<T>): Promise<T> {
  const client = new pg.Client(sessionOf(connection));
  await client.connect();
  try {
    return await work(async <R extends object>({ text, values }: Statement) => (await client.query(text, [...values])).rows as R[]);
  } finally {
    await client.end();
  }
}

/** Runs one statement and gives its rows. */
export type OwnerRun = <R extends object>(statement: Statement) => Promise<R[]>;
