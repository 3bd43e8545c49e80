import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveTo } from './account.ts';
import type { Place } from './place.ts';

/** How clients reach the cluster: the folder of its socket, or the loopback address. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const FILE = 'aftercare.conf';
const PORT = 5432;
// A socket's whole path may have 107 bytes on Linux and 103 on a Mac; the file name takes 15 of them.
const FOLDER_AT_MOST = 85;
// Signs that would need quoting in the list of socket folders.
const AWKWARD = /[,"'\\\n]/;

/** The line that `postgresql.conf` gets once; everything of ours lies in the file it names. */
export const INCLUDE = `include = '${FILE}'\n`;

/**
 * The address for a start: a socket in the place itself (in a short temporary folder where the path is too long or has awkward signs),
 * on Windows a free port of the loopback.
 */
export async function chooseAddress(place: Place): Promise<Address> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() };
  if (Buffer.byteLength(place.home) <= FOLDER_AT_MOST && !AWKWARD.test(place.home)) return { host: place.home, port: PORT };
  const folder = await mkdtemp(join(tmpdir(), 'aftercare-'));
  await giveTo(place.account, folder);
  return { host: folder, port: PORT };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Writes the settings for the next start. @param durable - false only for tests: commits then do not wait for the disk. */
export async function writeSettings(place: Place, address: Address, durable: boolean): Promise<void> {
  await writeFile(join(place.cluster, FILE), settingsText(place, address, durable));
  await giveTo(place.account, join(place.cluster, FILE));
}

function settingsText(place: Place, { host, port }: Address, durable: boolean): string {
  const local = process.platform !== 'win32';
  const lines: Record<string, string | number> = {
    listen_addresses: local ? '' : host,
    unix_socket_directories: local ? host : '',
    unix_socket_permissions: '0700',
    port,
    max_connections: 60,
    shared_buffers: durable ? '256MB' : '64MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    // Compiling a query costs more than the short queries here ever take.
    jit: 'off',
    synchronous_commit: durable ? 'on' : 'off',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    wal_compression: 'on',
    max_wal_size: '2GB',
    min_wal_size: '128MB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    max_parallel_workers_per_gather: 1,
    log_destination: 'stderr',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] ',
    log_timezone: 'UTC',
    timezone: 'UTC',
  };
  const written = Object.entries(lines).map(([name, value]) => `${name} = ${typeof value === 'number' ? value : `'${value}'`}`);
  return `# Written at every start for ${place.home.replaceAll('\n', ' ')}; changes here are lost.\n${written.join('\n')}\n`;
}
