import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { assertLoopback } from '#capabilities/demonstration/index.ts';
import type { Config } from '#platform/config/index.ts';

type Wanted = Pick<Config, 'host' | 'port' | 'dataFolder' | 'databaseUrl'>;

/**
 * Before the first start of an installation makes a folder and a database: whether it could listen at all. Later starts find out by
 * listening, after the question whether the product runs already.
 * @throws NotLoopback, or what the system says of the port
 */
export async function requirePlace({ host, port, dataFolder, databaseUrl }: Wanted, empty: boolean): Promise<void> {
  const first = databaseUrl === undefined && (await readdir(dataFolder).catch(() => [])).length === 0;
  if (!first) return;
  if (!empty) assertLoopback(host);
  const probe = createServer();
  await new Promise<void>((free, taken) => { probe.once('error', taken).listen({ port, host, exclusive: true }, () => probe.close(() => free())); });
}
