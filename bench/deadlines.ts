import { uuidv7, withScope, type Database } from '#platform/db/index.ts';
import type { BenchCompany } from './company.ts';
import type { Driver } from './drive.ts';
import { liver } from './lives.ts';
import { insertLives } from './seed.ts';

const MINUTE = 60_000;
/** The forwarding limit of a major complaint (B-4.4.2.2.1-a): its clock runs day and night. */
const LIMIT = 10 * MINUTE;
const MAJOR = { bad_press: true };

export interface Lateness { readonly count: number; readonly fired: number; readonly doubled: number; readonly p50: number; readonly p95: number; readonly worst: number; readonly lastAfterMinute: number }

const FIRED = `select extract(epoch from (e.recorded_at - e.occurred_at)) * 1000 as late, e.recorded_at from event e
  where e.tenant_id = $1 and e.type = 'breached' and e.body->>'duty' = $3 and e.stream = any($2::uuid[])`;

/** So many deadlines falling due within one minute: how late each was noticed, by the event's two times. */
export async function manyDeadlines(database: Database, company: BenchCompany, count: number, wake: Driver): Promise<Lateness> {
  const live = liver(company);
  const first = Date.now() + 15_000;
  const lives = Array.from({ length: count }, (_, n) => live(uuidv7(), `TS-D-${n}`, first - LIMIT + Math.floor((n / count) * MINUTE), 0, n, MAJOR));
  for (let at = 0; at < lives.length; at += 400) await insertLives(database, company, lives.slice(at, at + 400), true);
  await rouse(wake);
  return untilFired(database, company, lives.map((life) => life.matter.id), first + MINUTE);
}

/** One deadline alone, made as people make them: a matter is put under watch until a few seconds from now. @returns milliseconds late. */
export async function loneDeadline(database: Database, company: BenchCompany, driver: Driver): Promise<number> {
  const id = await overseen(driver, 3_000);
  return (await untilFired(database, company, [id], Date.now() + 3_000, 'complaint.overseen')).worst;
}

/** Rows written behind the server's back are found at its next look; a deadline of its own makes it look at once. */
async function rouse(driver: Driver): Promise<void> {
  await overseen(driver, 500);
}

async function overseen(driver: Driver, inMilliseconds: number): Promise<string> {
  const made = await driver.send({ method: 'POST', path: '/api/matters', body: { kind: 'complaint', channel: 'phone', content: '叫醒', facts: { service_short: true } }, expect: 201 });
  const { id } = JSON.parse(made.body) as { id: string };
  const until = new Date(Date.now() + inMilliseconds).toISOString();
  const watched = await driver.send({ method: 'POST', path: `/api/matters/${id}/acts`, body: { act: 'oversee', fields: { until } }, expect: 200 });
  if (watched.status !== 200) throw new Error(watched.body);
  return id;
}

async function untilFired(database: Database, company: BenchCompany, ids: readonly string[], end: number, duty = 'forward'): Promise<Lateness> {
  for (let waited = 0; waited < 240; waited++) {
    const rows = await withScope(database, { tenant: company.tenant }, async (scope) => (await scope.run<{ late: string; recorded_at: number }>({ text: FIRED, values: [company.tenant, ids, duty] })).rows);
    if (rows.length >= ids.length || waited === 239) {
      const late = rows.map((row) => Number(row.late)).sort((a, b) => a - b);
      const at = (share: number): number => late[Math.min(late.length - 1, Math.floor(late.length * share))] ?? Number.NaN;
      return { count: ids.length, fired: rows.length, doubled: rows.length - Math.min(rows.length, ids.length), p50: at(0.5), p95: at(0.95), worst: late.at(-1) ?? Number.NaN, lastAfterMinute: Math.max(...rows.map((row) => row.recorded_at)) - end };
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error('unreachable');
}
