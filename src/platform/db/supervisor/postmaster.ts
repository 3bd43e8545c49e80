import { open, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '#platform/log/index.ts';
import type { Place } from './place.ts';
import { isPostgres, lives } from './processes.ts';
import { runProgram } from './programs.ts';
import { writeSettings, type Address } from './settings.ts';

/** What is needed to start the server of a place. */
export interface Starting {
  readonly place: Place;
  readonly programs: string;
  readonly durable: boolean;
  readonly log: Log;
}

interface Running extends Address {
  readonly pid: number;
  readonly status: string;
}

const PATIENCE = 60_000;
const STEP = 100;
// Crash recovery of a busy database takes its time; giving up early would leave it half recovered for ever.
const START_SECONDS = '600';
const LAST_BYTES = 2_000;
// Children of a killed server keep its memory for a moment; then the next one may start.
const PASSING = /shared memory block|lock file .* already exists|Is another (postmaster|postgres)/i;

/**
 * Makes sure that the server runs, and says where: adopts one that an earlier process left behind, waits for one that is
 * stopping or starting, and starts one otherwise.
 * @param wanted - the address for a new start; an adopted server keeps its own.
 * @throws Error with the end of the server's log when it does not start.
 */
export async function ensureRunning(starting: Starting, wanted: Address): Promise<Address> {
  const { place, log } = starting;
  for (let waited = 0; ; waited += STEP) {
    const found = await readPidFile(place);
    if (found && (await isPostgres(found.pid))) {
      if (found.status === 'ready') {
        log.info({ pid: found.pid }, 'found the database running');
        return { host: found.host, port: found.port };
      }
    } else {
      // Its number now belongs to some other program, which PostgreSQL would take for itself and refuse to start.
      if (found && lives(found.pid)) await rm(pidFile(place), { force: true });
      const reason = await start(starting, wanted);
      if (reason === null) return wanted;
      if (waited >= PATIENCE || !PASSING.test(reason)) throw notStarted(place, reason);
    }
    if (waited >= PATIENCE * 10) throw notStarted(place, `still ${found?.status ?? 'starting'}`);
    await pause(STEP);
  }
}

/** @returns null when it runs, else why it does not: the newest words of its log. */
async function start({ place, programs, durable, log }: Starting, address: Address): Promise<string | null> {
  const before = await sizeOf(place.log);
  await writeSettings(place, address, durable);
  try {
    await runProgram(programs, 'pg_ctl', place, ['start', '-w', '-t', START_SECONDS, '-s', '-D', place.cluster, '-l', place.log]);
    log.info({ home: place.home }, 'started the database');
    return null;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${await textAfter(place.log, before)}`.trim();
  }
}

function notStarted(place: Place, reason: string): Error {
  return new Error(`数据库没有启动，日志在 ${place.log}。The database did not start; its log is ${place.log}.\n${reason}`);
}

/** Stops the server of a place, whoever started it: sessions are ended, nothing committed is lost. */
export async function stopRunning({ place, programs, log }: Starting, address: Address): Promise<void> {
  const stop = (mode: string): Promise<void> => runProgram(programs, 'pg_ctl', place, ['stop', '-w', '-t', '60', '-s', '-D', place.cluster, '-m', mode]);
  try {
    await stop('fast');
  } catch (error) {
    const left = await readPidFile(place);
    if (left && (await isPostgres(left.pid))) {
      log.warn({ err: error }, 'the database did not stop in time and is stopped at once');
      await stop('immediate');
    }
  }
  if (address.host !== place.home && address.host.startsWith('/')) await rmdir(address.host).catch(() => undefined);
}

const pidFile = (place: Place): string => join(place.cluster, 'postmaster.pid');

/** Lines of the file: number, folder, start, port, socket folder, listening address, memory, status. */
export async function readPidFile(place: Place): Promise<Running | undefined> {
  const text = await readFile(pidFile(place), 'utf8').catch(() => null);
  if (text === null) return undefined;
  const [pid = '', , , port = '', folder = '', , , status = ''] = text.split('\n');
  return { pid: Number(pid), port: Number(port), host: folder.trim() || '127.0.0.1', status: status.trim() };
}

async function sizeOf(path: string): Promise<number> {
  const file = await open(path).catch(() => null);
  if (!file) return 0;
  const { size } = await file.stat();
  await file.close();
  return size;
}

async function textAfter(path: string, from: number): Promise<string> {
  const text = await readFile(path).catch(() => Buffer.alloc(0));
  return text.subarray(Math.max(from, text.length - LAST_BYTES)).toString('utf8');
}
