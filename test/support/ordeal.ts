import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { packageRoot } from '../../src/platform/config/index.ts';
import { findEmbedded, type Connection } from '../../src/platform/db/index.ts';
import { buildServer, databaseProcesses, freePort, gone, killAtOnce, startBuilt, untilHealth, type BuiltServer } from './built.ts';
import type { Chance } from './chance.ts';
import { brokenRules, effectsByKey, missingNumbers } from './wholeness.ts';
import { signIn, Writers, type Sent } from './writers.ts';

const PASSWORD = 'kept-or-not-kept';
const TENANT = 'property-management';
const READY_WITHIN = 10_000;

/** One data folder whose server is killed again and again while people write, and what must be true of it afterwards. */
export class Ordeal {
  readonly #folder: string;
  readonly #port: number;
  readonly #chance: Chance;
  #server: BuiltServer | null = null;
  #writers: Writers | null = null;
  #looked = 0;

  private constructor(folder: string, port: number, chance: Chance) {
    this.#folder = folder;
    this.#port = port;
    this.#chance = chance;
  }

  /** Builds the server and starts it on an empty folder, with its demonstration. */
  static async begin(chance: Chance): Promise<Ordeal> {
    await buildServer();
    const folder = await mkdtemp(join(tmpdir(), 'aftercare-ordeal-'));
    // So that the account under which PostgreSQL runs can walk in, when the tests run as root.
    await chmod(folder, 0o755);
    const ordeal = new Ordeal(folder, await freePort(), chance);
    try {
      await ordeal.start();
      await untilHealth(ordeal.#port, (health) => health?.demonstration === 'ready', 120_000);
      ordeal.#writers = new Writers(ordeal.#port, await signIn(ordeal.#port, TENANT, 'agent', PASSWORD), chance);
      return ordeal;
    } catch (error) {
      await ordeal.end();
      throw error;
    }
  }

  /** Starts the server as a user would, without any other hand. @returns milliseconds until it could work. */
  async start(): Promise<number> {
    this.#server = await startBuilt({ AFTERCARE_DATA: this.#folder, AFTERCARE_DEMO_PASSWORD: PASSWORD }, this.#port);
    return this.#server.readyIn;
  }

  get server(): BuiltServer {
    if (!this.#server) throw new Error('the server was not started');
    return this.#server;
  }

  get writers(): Writers {
    if (!this.#writers) throw new Error('nobody has signed in');
    return this.#writers;
  }

  get port(): number {
    return this.#port;
  }

  /** People write; after a while of chance `strike` comes down, and they stop when nobody answers. */
  async writeUntil(strike: () => Promise<void>, people = 8, longest = 2_500): Promise<void> {
    const writing = this.writers.write(people, true);
    await pause(200 + this.#chance() * longest);
    await strike();
    await writing;
  }

  /** Kills the server, its postmaster and all backends, in an order of chance. */
  async killEverything(): Promise<void> {
    const pids = [this.server.process.pid ?? 0, ...(await databaseProcesses(this.#folder))];
    killAtOnce(pids.map((pid) => ({ pid, turn: this.#chance() })).sort((a, b) => a.turn - b.turn).map(({ pid }) => pid));
    await gone(this.server.process);
  }

  async killServer(): Promise<void> {
    killAtOnce([this.server.process.pid ?? 0]);
    await gone(this.server.process);
  }

  /** Kills the postmaster alone, or with its backends. */
  async killDatabase(backendsToo: boolean): Promise<void> {
    const pids = await databaseProcesses(this.#folder);
    killAtOnce(backendsToo ? pids : pids.slice(0, 1));
  }

  databaseProcesses(): Promise<readonly number[]> {
    return databaseProcesses(this.#folder);
  }

  /**
   * Resolves what was in doubt by sending it again, then looks: everything acknowledged is there with the same answer,
   * every key has had exactly one effect, and nothing is half-written.
   */
  async expectNothingLost(sample = 25): Promise<void> {
    expect(this.server.readyIn, 'milliseconds from the start to a server that works').toBeLessThan(READY_WITHIN);
    const { writers } = this;
    const fresh = writers.acknowledged.slice(this.#looked);
    for (const sent of writers.inDoubt) await this.#resolve(sent);
    this.#looked = writers.acknowledged.length;
    for (const sent of chosen(fresh, sample, this.#chance)) expect(await writers.again(sent), `the answer kept for ${sent.key}`).toEqual(sent.answer);
    for (const { answer } of chosen(fresh.filter((each) => each.path === '/api/matters'), sample, this.#chance)) {
      expect(await writers.read(`/api/matters/${answer?.json.id}`)).toMatchObject({ status: 200, json: { id: answer?.json.id } });
    }
    const connection = await this.#connection();
    const effects = await effectsByKey(connection);
    expect(writers.sent.filter(({ key }) => effects.get(key) !== 1).map(({ key, path }) => ({ key, path, times: effects.get(key) ?? 0 })), 'requests without exactly one effect').toEqual([]);
    expect(effects.size).toBe(writers.sent.length);
    expect(await brokenRules(connection)).toEqual({});
    expect(await missingNumbers(connection, 'TS-20260302-')).toEqual([]);
  }

  async #resolve(sent: Sent): Promise<void> {
    const answer = await this.writers.again(sent);
    expect(answer.status, JSON.stringify({ sent, answer })).toBe(sent.path === '/api/matters' ? 201 : 200);
    sent.answer = answer;
  }

  /** The chain of every stream, recomputed by the command that an auditor would use. */
  async expectChainsHold(): Promise<void> {
    const { code, out } = await audit(this.#folder);
    expect(code, out).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true });
  }

  async #connection(): Promise<Connection> {
    const found = await findEmbedded(this.#folder);
    if (found.is !== 'running') throw new Error(`the database is ${found.is}`);
    return found.connection;
  }

  /** Ends whatever of it still runs, and removes its folder. */
  async end(): Promise<void> {
    if (this.#server) killAtOnce([this.#server.process.pid ?? 0]);
    if (this.#server) await gone(this.#server.process);
    killAtOnce(await databaseProcesses(this.#folder));
    await removed(this.#folder);
  }
}

/** Some of them, by chance. */
function chosen<T>(from: readonly T[], count: number, chance: Chance): readonly T[] {
  return from.map((each) => ({ each, turn: chance() })).sort((a, b) => a.turn - b.turn).slice(0, count).map(({ each }) => each);
}

function audit(dataFolder: string): Promise<{ code: number; out: string }> {
  const settings = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', AFTERCARE_DATA: dataFolder };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(packageRoot(), 'bin/aftercare.mjs'), 'audit', 'verify', '--json'], { env: settings, cwd: packageRoot(), maxBuffer: 1 << 26 }, (error, out, complaints) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out: out || complaints });
    });
  });
}

/** Killed backends may still write their last file for a moment. */
async function removed(folder: string): Promise<void> {
  const home = await readFile(join(folder, 'postgres.path'), 'utf8').catch(() => null);
  for (const path of [folder, ...(home ? [home.trim()] : [])]) await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
