import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { packageRoot } from '#platform/config/index.ts';
import { migrate, openDatabase, startEmbedded, type Connection } from '#platform/db/index.ts';
import { bareCreate, bareReads } from './bare.ts';
import { makeCompany, PASSWORD } from './company.ts';
import { memoryOf } from './cpu.ts';
import { backlog, loneDeadline, manyDeadlines } from './deadlines.ts';
import { Driver, type Measured, type Shot } from './drive.ts';
import { seed } from './seed.ts';
import { startServer, untilDemonstration } from './server.ts';

const option = (name: string, otherwise: number): number => Number(process.argv.find((each) => each.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
const MATTERS = option('matters', 100_000);
const SECONDS = option('seconds', 3);
const DEADLINES = option('deadlines', 10_000);
const PORT = option('port', 4870);
const CLIENTS = process.argv.find((each) => each.startsWith('--clients='))?.slice('--clients='.length).split(',').map(Number) ?? [1, 4, 16];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'aftercare-bench-'));
try {
  if (!process.argv.includes('--no-start')) await startUps();
  await load();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** From nothing to an answer, to the demonstrations, and again on the same folder. */
async function startUps(): Promise<void> {
  const environment = { AFTERCARE_DATA: join(folder, 'start'), AFTERCARE_DEMO_PASSWORD: PASSWORD };
  const cold = await startServer(environment, PORT);
  const demonstration = await untilDemonstration(PORT);
  const memory = memoryOf(cold.pid);
  await cold.stop();
  const warm = await startServer(environment, PORT);
  await warm.stop();
  say('\n### Start\n\n| what | figure |\n|---|---:|');
  say(`| empty data folder to health | ${(cold.startedIn / 1000).toFixed(2)} s |\n| health to both demonstrations loaded | ${(demonstration / 1000).toFixed(2)} s |\n| second start to health | ${(warm.startedIn / 1000).toFixed(2)} s |\n| server memory after it (PSS) | ${memory} MiB |`);
}

async function load(): Promise<void> {
  const embedded = await startEmbedded(join(folder, 'load'));
  await migrate(embedded.connection, join(packageRoot(), 'migrations'));
  const database = openDatabase({ connection: embedded.connection, max: 6 });
  const company = await makeCompany(database);
  const begun = performance.now();
  const ids = await seed(database, company, MATTERS, (done) => { if (done % 10_000 === 0) process.stderr.write(`seeded ${done}\n`); });
  process.stderr.write(`seeded ${ids.length} in ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
  await rest(embedded.connection);
  const postmaster = postmasterOf(embedded.connection);
  const server = await startServer({ DATABASE_URL: urlOf(embedded.connection), AFTERCARE_DATA: join(folder, 'files') }, PORT, ['--empty']);
  const driver = new Driver(PORT, server.pid, postmaster);
  await driver.signIn(company.slug, 'agent', PASSWORD);
  await operations(driver, ids);
  const create = await bareCreate({ host: embedded.connection.host, port: embedded.connection.port, user: embedded.connection.user, database: embedded.connection.database }, company, postmaster, 3_000);
  const reads = await bareReads({ host: embedded.connection.host, port: embedded.connection.port, user: embedded.connection.user, database: embedded.connection.database }, company, postmaster, ids, 3_000);
  const own = await driver.measure(1, SECONDS, receiving());
  say(`\n### Beside bare SQL (database CPU only, one connection, prepared statements)\n\n| what | bare ms | ours ms | ratio |\n|---|---:|---:|---:|`);
  say(`| create | ${create.toFixed(2)} | ${own.cpu.toFixed(2)} | ${(own.cpu / create).toFixed(2)} |\n| read one row | ${reads.read.toFixed(3)} | | |\n| page of 50 | ${reads.list.toFixed(3)} | | |`);
  const lone = [await loneDeadline(database, company, driver), await loneDeadline(database, company, driver), await loneDeadline(database, company, driver)];
  const many = await manyDeadlines(database, company, DEADLINES, driver);
  say(`\n### Deadlines\n\n| what | figure |\n|---|---:|\n| a lone deadline, noticed late by (median of 3) | ${lone.sort((a, b) => a - b)[1]?.toFixed(0)} ms |`);
  say(`| ${many.count} in one minute: fired / doubled | ${many.fired} / ${many.doubled} |\n| late p50 / p95 / worst | ${many.p50.toFixed(0)} / ${many.p95.toFixed(0)} / ${many.worst.toFixed(0)} ms |\n| last one after the minute's end | ${(many.lastAfterMinute / 1000).toFixed(1)} s |`);
  const behind = await backlog(database, company, DEADLINES, driver);
  say(`| CPU ms a deadline in that minute, telling people included | ${many.cpu.toFixed(2)} |\n| ${DEADLINES} that fell due while nobody looked: steps a second, CPU ms a step | ${behind.perSecond.toFixed(0)}, ${behind.cpu.toFixed(2)} |`);
  say(`\nServer memory at the end (PSS): ${memoryOf(server.pid)} MiB. Matters: ${MATTERS}.`);
  await server.stop();
  await database.close();
  await embedded.stop();
}

function receiving(): () => Shot {
  let n = 0;
  return () => ({ method: 'POST', path: '/api/matters', expect: 201, body: { kind: 'complaint', channel: 'phone', content: `厨房水管漏水严重,已经是第 ${++n} 次`, customer: { name: '王女士', phone: `138${String(n).padStart(8, '0')}`, address: '3-2-1201' }, facts: { service_short: true } } });
}

async function operations(driver: Driver, ids: readonly string[]): Promise<void> {
  let n = 0;
  const pick = (): string => ids[(++n * 7919) % ids.length] ?? '';
  const shots: Readonly<Record<string, () => Shot>> = {
    create: receiving(),
    'read one': () => ({ method: 'GET', path: `/api/matters/${pick()}`, expect: 200 }),
    'list page of 50': () => ({ method: 'GET', path: '/api/matters', expect: 200 }),
    'list search': () => ({ method: 'GET', path: `/api/matters?search=${encodeURIComponent(['TS-S-1234', '减速带', '空调出风口', '第 77 次'][++n % 4] ?? '')}`, expect: 200 }),
    'act (note)': () => ({ method: 'POST', path: `/api/matters/${pick()}/acts`, body: { act: 'note', fields: { text: '已电话沟通' } }, expect: 200 }),
    'desk page': () => ({ method: 'GET', path: '/api/desk', expect: 200 }),
  };
  say(`\n### Over HTTP, signed in, ${MATTERS} matters\n\n| operation | clients | requests/s | p50 ms | p95 ms | p99 ms | CPU ms/request | of it the server | failed |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|`);
  const only = process.argv.find((each) => each.startsWith('--only='))?.slice(7).split(',');
  for (const [name, next] of Object.entries(shots).filter(([each]) => only?.includes(each) ?? true)) {
    for (const clients of CLIENTS) {
      const m: Measured = await driver.measure(clients, SECONDS, next);
      say(`| ${name} | ${clients} | ${m.perSecond.toFixed(0)} | ${m.p50.toFixed(1)} | ${m.p95.toFixed(1)} | ${m.p99.toFixed(1)} | ${m.cpu.toFixed(2)} | ${m.server.toFixed(2)} | ${m.failed} |`);
    }
  }
}

/** What a night brings a database after a great import: else whatever is measured first would carry its statistics and dirty pages. */
async function rest(connection: Connection): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
  await client.end();
}

type Local = Extract<Connection, { host: string }>;

function urlOf(connection: Local): string {
  return `postgres://${connection.user}@/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port ?? 5432}`;
}

function postmasterOf(connection: Local): number {
  const lock = readFileSync(join(connection.host, `.s.PGSQL.${connection.port ?? 5432}.lock`), 'utf8');
  return Number(lock.split('\n')[0]);
}
