import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { silentLog, type Log } from '#platform/log/index.ts';
import type { Connection } from '../connection.ts';
import { hold, AlreadyRunning } from './holder.ts';
import { DATABASE, initialise, OWNER, passwordOf } from './initialise.ts';
import { placeFor } from './place.ts';
import { ensureRunning, stopRunning, type Starting } from './postmaster.ts';
import { programsFor } from './programs.ts';
import { chooseAddress, type Address } from './settings.ts';

export { AlreadyRunning };
export { findEmbedded, type FoundEmbedded } from './running.ts';

/** A PostgreSQL of our own that runs. */
export interface Embedded {
  /** As the owner of everything in it. */
  readonly connection: Exclude<Connection, { connectionString: string }>;
  /** Ends its sessions and stops it; close the database first. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came with the packages on a data folder, or takes over the one that an earlier process left running there.
 * While we hold it, it is started again should it end.
 * @param dataFolder - made when missing; its cluster lies in `<dataFolder>/postgres`.
 * @param durable - false only for tests: commits do not wait for the disk.
 * @throws AlreadyRunning when another process works on the folder; NoPostgres when none came with the packages.
 */
export async function startEmbedded(dataFolder: string, log: Log = silentLog, { durable = true } = {}): Promise<Embedded> {
  const folder = resolve(dataFolder);
  const place = await placeFor(folder);
  const programs = await programsFor(place);
  await initialise(place, programs, durable);
  const password = await passwordOf(place);
  const held = await Held.take({ place, programs, durable, log }, folder, password);
  await held.createDatabase();
  return {
    connection: { ...held.address, user: OWNER, database: DATABASE, ...(password ? { password } : {}) },
    stop: () => held.stop(),
  };
}

/** The server while this process holds it: watched through the session that carries the lock. */
class Held {
  readonly address: Address;
  #client: pg.Client;
  #stopping = false;

  private constructor(
    readonly starting: Starting,
    readonly folder: string,
    readonly password: string | undefined,
    address: Address,
    client: pg.Client,
  ) {
    this.address = address;
    this.#client = client;
    this.#watch();
  }

  static async take(starting: Starting, folder: string, password: string | undefined): Promise<Held> {
    const wanted = await chooseAddress(starting.place);
    for (let attempt = 1; ; attempt++) {
      const address = await ensureRunning(starting, wanted);
      try {
        return new Held(starting, folder, password, address, await hold(address, password, folder));
      } catch (error) {
        // It was just being stopped by its former holder: once more.
        if (error instanceof AlreadyRunning || attempt === 50) throw error;
        await pause(100);
      }
    }
  }

  async createDatabase(): Promise<void> {
    const { rowCount } = await this.#client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await this.#client.query(`create database ${DATABASE}`);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#client.end().catch(() => undefined);
    await stopRunning(this.starting, this.address);
  }

  #watch(): void {
    this.#client.once('end', () => {
      if (!this.#stopping) void this.#recover();
    });
  }

  /** The server ended under us, or only our session did: makes sure it runs, at the same address, and holds it again. */
  async #recover(): Promise<void> {
    const { log } = this.starting;
    log.error({}, 'lost the database; starting it again');
    while (!this.#stopping) {
      try {
        await ensureRunning(this.starting, this.address);
        this.#client = await hold(this.address, this.password, this.folder);
        this.#watch();
        // Told to stop meanwhile: the stopping saw only the session that was lost.
        if (this.#stopping) await this.#client.end();
        return;
      } catch (error) {
        log.error({ err: error }, 'the database is not back yet');
        await pause(1_000);
      }
    }
  }
}
